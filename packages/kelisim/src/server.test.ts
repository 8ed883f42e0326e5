import { expect, test } from 'vitest'
import { readDecision } from './server.ts'
import { choiceCookie } from './testing.ts'

const options = { categories: ['analytics', 'marketing'], policy: { version: '1' } }
const page = 'https://shop.example.kz/'

test('reads what the visitor allowed from the Cookie header', () => {
  const { name, value } = choiceCookie(options, ['analytics'], page)
  const decision = readDecision(`theme=dark; ${name}=${value}; a=b`)
  expect(decision?.categories).toEqual({ analytics: true, marketing: false })
  expect(decision).not.toHaveProperty('secret')
})

test('allows nothing without a header, with a damaged value, and after the term', () => {
  const { name, value, expires } = choiceCookie(options, 'all', page)
  expect(readDecision(undefined)).toBeNull()
  expect(readDecision(`${name}=${value.replace('analytics:1', 'analytics:0')}`)).toBeNull()
  expect(readDecision(`${name}=${value}`, { now: expires * 1e3 })).toBeNull()
})

test('counts marketing as refused in a request with Sec-GPC, and nothing else', () => {
  const { name, value } = choiceCookie(options, 'all', page)
  const header = `${name}=${value}`
  const all = { analytics: true, marketing: true }
  expect(readDecision(header)?.categories).toEqual(all)
  expect(readDecision(header, { gpc: true })?.categories).toEqual({ ...all, marketing: false })
})

test('counts a cookie without a prefix only where the site is on plain http', () => {
  const { name, value } = choiceCookie(options, 'all', 'http://localhost:3000/')
  expect(readDecision(`${name}=${value}`)).toBeNull()
  expect(readDecision(`${name}=${value}`, { secure: false })?.categories['analytics']).toBe(true)
})

test('counts neither of two cookies with one name', () => {
  const { name, value } = choiceCookie(options, 'all', page)
  expect(readDecision(`${name}=${value}; ${name}=${value}`)).toBeNull()
})

test('never throws, whatever is sent', () => {
  for (const header of [
    '',
    ';',
    '=',
    '=;=',
    '__Host-kelisim',
    '__Host-kelisim==',
    '%',
    'a'.repeat(1e5),
  ]) {
    expect(readDecision(header)).toBeNull()
  }
})
