import { expect, test } from 'vitest'
import { allows, due, partly } from './allows.ts'
import { resolveAsked } from './asked.ts'
import type { Decision } from './decision.ts'

const asked = resolveAsked({ services: [{ id: 'video', category: 'functional' }] })
const hashOf = (id: string) => asked.categories.get(id)?.hash ?? ''

const decision = (given: Partial<Decision>): Decision => ({
  consentId: '01a1f0e5-2c40-7abc-8def-0123456789ab',
  firstAt: 0,
  at: 0,
  expiresAt: 1,
  policyVersion: '',
  language: 'ru',
  method: 'click',
  categories: {},
  services: {},
  asked: {},
  ...given,
})

const answered = decision({
  categories: { functional: false, analytics: true },
  asked: { functional: hashOf('functional'), analytics: hashOf('analytics') },
})

test('allows what is strictly necessary, and nothing else, without a decision', () => {
  expect(allows(null, asked, 'necessary')).toBe(true)
  for (const id of ['functional', 'analytics', 'marketing', 'typo', '']) {
    expect(allows(null, asked, id)).toBe(false)
  }
})

test('allows an allowed category and its services', () => {
  expect(allows(answered, asked, 'analytics')).toBe(true)
  expect(allows(answered, asked, 'analytics', 'anything')).toBe(true)
  expect(allows(answered, asked, 'functional', 'video')).toBe(false)
})

test('lets a service be answered otherwise than its category', () => {
  const some = { ...answered, services: { video: true, clarity: false } }
  expect(allows(some, asked, 'functional', 'video')).toBe(true)
  expect(allows(some, asked, 'analytics', 'clarity')).toBe(false)
})

test('closes a category, with its services, whose question has changed', () => {
  const stale = { ...answered, asked: { analytics: '0000000' }, services: { clarity: true } }
  expect(allows(stale, asked, 'analytics')).toBe(false)
  expect(allows(stale, asked, 'analytics', 'clarity')).toBe(false)
  expect(due(stale, asked)).toEqual(['functional', 'analytics', 'marketing'])
})

test('asks about a category of which only a service was answered, and allows that service', () => {
  const one = decision({
    categories: { functional: false },
    services: { video: true },
    asked: { functional: partly(hashOf('functional')) },
  })
  expect(allows(one, asked, 'functional', 'video')).toBe(true)
  expect(allows(one, asked, 'functional')).toBe(false)
  expect(due(one, asked)).toContain('functional')
})

test('never allows a category that is not asked about, whatever was stored', () => {
  const odd = decision({ categories: { old: true }, asked: { old: '0abcdef' } })
  expect(allows(odd, asked, 'old')).toBe(false)
  expect(allows({ ...odd, asked: { typo: '' }, categories: { typo: true } }, asked, 'typo')).toBe(
    false,
  )
})

test('takes nothing but true for a grant', () => {
  const forged = { ...answered, categories: { analytics: 'false' as unknown as boolean } }
  expect(allows(forged, asked, 'analytics')).toBe(false)
})

test('names what has to be asked: new and changed categories', () => {
  expect(due(null, asked)).toEqual(['functional', 'analytics', 'marketing'])
  expect(due(answered, asked)).toEqual(['marketing'])
})

test('allows no service that the profile leaves out, whatever was answered', () => {
  const services = [{ id: 'ga4', category: 'analytics', country: 'US' }]
  const leftOut = resolveAsked({ profile: 'RU', services })
  const hash = leftOut.categories.get('analytics')?.hash ?? ''
  const all = decision({
    categories: { analytics: true },
    services: { ga4: true },
    asked: { analytics: hash, '': '' },
  })
  const category = leftOut.services.get('ga4')?.category ?? 'analytics'
  expect(allows(all, leftOut, 'analytics')).toBe(true)
  expect(allows(all, leftOut, category, 'ga4')).toBe(false)
})

test('marks a hash in the place of its first character', () => {
  expect(partly('0abcdef')).toBe('pabcdef')
})
