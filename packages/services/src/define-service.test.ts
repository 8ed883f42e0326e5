import { expect, test } from 'vitest'
import type { Service } from '@kelisim/core'
import { defineService } from './define-service.ts'
import { touchesOwnStorage } from './own-storage.ts'

const own = { id: 'own', category: 'analytics' }
const define = (more: object) => () => defineService({ ...own, ...more } as Service)
const named = (name: string, lifetime = '') => ({
  storage: [{ kind: 'cookie', name, party: 1, lifetime, purpose: 'x', confidence: 'measured' }],
})

test('fills in what was left out, and keeps what was given', () => {
  const load = () => {}
  expect(define({})()).toMatchObject({ name: 'own', storage: [], hosts: [], needsReload: false })
  expect(define({ load })()).toMatchObject({ load, needsReload: true })
  expect(define({ load, stop: load, name: 'Own' })()).toMatchObject({
    name: 'Own',
    needsReload: false,
  })
})

test('names the field that cannot work', () => {
  expect(define({ purpos: 'x' })).toThrow(
    /^\[kelisim\] bad-option: defineService\({ id: 'own' }\)\.purpos: no such field/,
  )
  expect(define({ vendor: 1 })).toThrow('.vendor: give a text')
  expect(define({ hosts: 'a' })).toThrow('.hosts: give a list')
  expect(define({ contactsBeforeConsent: 'yes' })).toThrow('.contactsBeforeConsent: write true')
  expect(define({ stop: true })).toThrow('.stop: give a function')
  expect(define({ id: 'Own' })).toThrow('.id: use 1 to 32')
  expect(define({ category: '' })).toThrow('.category: use 1 to 32')
  expect(define({ country: 'Kazakhstan' })).toThrow('.country: "Kazakhstan" is no ISO 3166-1 code')
  expect(define(named('own_*', '2 years'))).toThrow('.storage[0].lifetime: give a duration')
})

test('refuses storage names that reach the choice itself', () => {
  for (const name of ['*', '', '**', 'k*', 'kelisim', '*-records', '__Host-*', '*kelisim'])
    expect(define(named(name))).toThrow('.storage[0].name')
  for (const name of ['own', 'own_*', '_ga_*', '__ph_opt_in_out_*', 'K*'])
    expect(define(named(name, 'P1Y'))).not.toThrow()
})

test('finds globs that overlap with its own names', () => {
  expect(touchesOwnStorage('__Secure-*')).toBe(true)
  expect(touchesOwnStorage('__S*m')).toBe(true)
  expect(touchesOwnStorage('kelixim*')).toBe(false)
})

test('keeps the reason to go abroad, and what the service rests on', () => {
  const more = { crossBorderReason: 'Notice of 2026-10-01', legalBasis: 'contract' }
  expect(define(more)()).toMatchObject(more)
  expect(define({ crossBorderReason: true })).toThrow('.crossBorderReason: give a text')
})

test('refuses a name of storage that is nothing but stars', () => {
  for (const name of ['*', '**']) expect(define(named(name))).toThrow(`"${name}" would erase`)
})
