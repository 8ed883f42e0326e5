// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import type { StoredDecision } from '../model/decision.ts'
import type { Options } from '../model/options.ts'
import { endConsentId, noteOwner, strangerOf, subjectOf } from './owner.ts'

const decision = { consentId: '01a1f0e5-2c40-7abc-8def-0123456789ab' } as StoredDecision
const ledger = '/ledger/'
const given = (options: Options, subject?: string | null) =>
  subjectOf({ options, ...(subject !== undefined && { subject }) })

beforeEach(() => localStorage.clear())

test('names the visitor by a text, by a function, or by what the page said last', () => {
  expect(given({ ledger, subject: '42' })).toBe('42')
  expect(given({ ledger, subject: () => '42' })).toBe('42')
  expect(given({ ledger, subject: '42' }, 'anna')).toBe('anna')
  expect(given({ ledger, subject: '42' }, null)).toBeUndefined()
})

test('names nobody where the id cannot be sent, the function fails, or there is no ledger', () => {
  const fail = (): never => {
    throw new Error('mine')
  }
  for (const subject of ['', 'x'.repeat(129), fail, () => null])
    expect(given({ ledger, subject })).toBeUndefined()
  expect(given({ subject: '42' })).toBeUndefined()
})

test('knows a decision for somebody else’s only when its own person is not signed in', () => {
  expect(strangerOf(decision, 'anna')).toBeUndefined()
  noteOwner(decision, 'anna')
  expect(strangerOf(decision, 'anna')).toBeUndefined()
  expect(strangerOf(decision, 'boris')).toBe('other')
  expect(strangerOf(decision, undefined)).toBe('other')
  expect(strangerOf({ ...decision, consentId: 'another' }, undefined)).toBeUndefined()
  expect(JSON.stringify({ ...localStorage })).not.toContain('anna')
})

test('lets nobody go on under an id that was erased', () => {
  endConsentId(decision.consentId)
  expect(strangerOf(decision, undefined)).toBe('nobody')
  expect(strangerOf(decision, 'anna')).toBe('nobody')
  noteOwner({ ...decision, consentId: 'next' }, undefined)
  expect(strangerOf(decision, undefined)).toBeUndefined()
})
