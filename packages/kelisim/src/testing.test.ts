import { expect, test } from 'vitest'
import { choiceCookie } from './testing.ts'

test('names the cookie as the page does', () => {
  const name = (url: string, scope: 'host' | 'site' = 'host') =>
    choiceCookie({ cookie: { scope } }, 'all', url).name
  expect(name('https://a.kz/')).toBe('__Host-kelisim')
  expect(name('https://a.kz/', 'site')).toBe('__Secure-kelisim')
  expect(name('http://localhost:3000/')).toBe('kelisim')
  expect(name('http://localhost:3000/', 'site')).toBe('kelisim-site')
})

test('makes a cookie of the host alone, for all its pages', () => {
  const cookie = choiceCookie({}, 'none', 'https://a.kz/')
  expect(cookie).toMatchObject({
    domain: 'a.kz',
    path: '/',
    secure: true,
    sameSite: 'Lax',
  })
  expect(cookie.expires).toBeGreaterThan(Date.now() / 1e3)
  expect(cookie.value).toContain('analytics:0')
})

test('refuses a category that is not asked about, and names those that are', () => {
  expect(() => choiceCookie({}, ['analitics'], 'https://a.kz/')).toThrow(
    /unknown-category.*"analitics".*necessary, functional, analytics, marketing/,
  )
})
