import { expect, test } from 'vitest'
import { encode } from '../on-demand/encode.ts'
import { readSharedDecision } from '../on-demand/read-shared-decision.ts'
import type { Platform } from '../platform/platform.ts'
import { cookieValues, readDecision } from './read-decision.ts'

const NOW = Date.UTC(2026, 10, 21)

const page = (cookies: string, secure = true): Platform => ({
  now: () => NOW,
  cookies: () => cookies,
  secure,
  gpc: false,
})
const value = (at: number, analytics: boolean, services: Record<string, boolean> = {}) =>
  encode({
    consentId: '01a1f0e5-2c40-7abc-8def-0123456789ab',
    secret: '0123456789abcdef01234567',
    firstAt: at,
    at,
    days: 365,
    policyVersion: '',
    language: 'ru',
    method: 'click',
    categories: { analytics },
    services,
    asked: { analytics: '0abcdef' },
  })

test('reads the cookie with the prefix on https, and the plain one on http', () => {
  const given = value(NOW - 1e6, true)
  expect(readDecision(page(`a=b; __Host-kelisim=${given}`))?.categories).toEqual({
    analytics: true,
  })
  expect(readDecision(page(`kelisim=${given}`))).toBeNull()
  expect(readDecision(page(`kelisim=${given}`, false))?.categories).toEqual({ analytics: true })
})

test('finds the choice under the other scope’s name', () => {
  const given = value(NOW - 1e6, true)
  expect(readDecision(page(`__Secure-kelisim=${given}`))?.categories).toEqual({ analytics: true })
  expect(readSharedDecision(page(`__Host-kelisim=${given}`))?.categories).toEqual({
    analytics: true,
  })
})

test('finds the choice under the other scope’s name on http, too', () => {
  const given = value(NOW - 1e6, true)
  expect(readDecision(page(`kelisim-site=${given}`, false))?.at).toBe(NOW - 1e6)
  expect(readSharedDecision(page(`kelisim=${given}`, false))?.at).toBe(NOW - 1e6)
})

test('asks when two values have the name', () => {
  const given = value(NOW - 1e6, true)
  expect(readDecision(page(`kelisim=${given}; kelisim=${given}`, false))).toBeNull()
  expect(readDecision(page(`kelisim=; kelisim=${given}`, false))).toBeNull()
})

test.each(['xkelisim', 'kelisim2', 'Kelisim', 'a=kelisim', '.elisim'])(
  'takes a cookie named %s for somebody else’s',
  (name) => {
    expect(readDecision(page(`${name}=${value(NOW - 1e6, true)}`, false))).toBeNull()
  },
)

test('reads nothing where the browser forbids to look', () => {
  const blocked = {
    ...page(''),
    cookies: () => {
      throw new DOMException('blocked', 'SecurityError')
    },
  }
  expect(cookieValues(blocked, 'kelisim')).toEqual([])
  expect(readDecision(blocked)).toBeNull()
})

test('lets the newest of the shared decisions hold', () => {
  const cookies = [value(NOW - 1e6, false), value(NOW - 1e3, false)]
    .map((text) => `__Secure-kelisim=${text}`)
    .join('; ')
  expect(readSharedDecision(page(cookies))?.at).toBe(NOW - 1e3)
})

test('keeps refused what any of the shared decisions refuses', () => {
  const grant = value(NOW - 1e3, true, { video: true })
  const refusal = value(NOW - 1e6, false)
  const cookies = `__Secure-kelisim=${grant}; __Secure-kelisim=${refusal}`
  const read = readSharedDecision(page(cookies))
  expect(read?.categories).toEqual({ analytics: false })
  expect(read?.services).toEqual({ video: false })
})

test('passes over shared values that are damaged', () => {
  const cookies = `__Secure-kelisim=junk; __Secure-kelisim=${value(NOW - 1e3, true)}`
  expect(readSharedDecision(page(cookies))?.categories).toEqual({ analytics: true })
})
