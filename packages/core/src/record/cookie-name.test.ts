import { expect, test } from 'vitest'
import { cookieName } from './cookie-name.ts'

test('has a prefix on https that tells who may write it, and none on http', () => {
  expect([
    cookieName('host', true),
    cookieName('site', true),
    cookieName('host', false),
    cookieName('site', false),
  ]).toEqual(['__Host-kelisim', '__Secure-kelisim', 'kelisim', 'kelisim-site'])
})
