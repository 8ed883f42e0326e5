// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { cookieJar } from '../platform/cookie-jar.ts'
import { decode } from '../record/decode.ts'
import { refuse } from './refuse.ts'

const REFUSAL = {
  asked: { analytics: '0abcdef', marketing: '1abcdef' },
  language: 'kk',
  days: 365,
  policyVersion: '2026-11-01',
}
let written = ''

afterEach(() => {
  localStorage.clear()
  vi.restoreAllMocks()
})

/** A jar that keeps, or loses, what is written. */
function jar(keeps: boolean) {
  written = ''
  vi.spyOn(cookieJar, 'cookie', 'set').mockImplementation((text) => (written = text))
  vi.spyOn(cookieJar, 'cookie', 'get').mockImplementation(() => (keeps ? written : ''))
}

test('notes for the record what the cookie says', () => {
  jar(true)
  expect(refuse(REFUSAL, 'click', 'Cookie')).toBe(true)
  const [, value = ''] = /kelisim=([^;]*)/.exec(written) ?? []
  const { next, previous, action, shown } = JSON.parse(`${localStorage['kelisim-pending']}`)
  expect(next).toEqual({ ...decode(value, { now: Date.now, gpc: false }) })
  expect(next.categories).toEqual({ analytics: false, marketing: false })
  expect([previous, action, shown]).toEqual([null, 'reject-all', 'Cookie'])
})

test('tells that the browser kept nothing, and notes nothing', () => {
  jar(false)
  expect(refuse(REFUSAL, 'key', 'Cookie')).toBe(false)
  expect(localStorage['kelisim-pending']).toBeUndefined()
})
