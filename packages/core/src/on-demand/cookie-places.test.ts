import { expect, test } from 'vitest'
import { cookieDomains, cookiePaths } from './cookie-places.ts'

test.each([
  ['shop.example.com.kz', ['', 'shop.example.com.kz', 'example.com.kz', 'com.kz']],
  ['example.kz', ['', 'example.kz']],
  ['xn--e1afmkfd.xn--p1ai', ['', 'xn--e1afmkfd.xn--p1ai']],
  ['localhost', ['', 'localhost']],
  ['127.0.0.1', ['']],
  ['[::1]', ['']],
])('tries every domain of %s with two labels or more', (host, domains) => {
  expect(cookieDomains(host)).toEqual(domains)
})

test.each([
  ['/', ['/']],
  ['/shop', ['/', '/shop']],
  ['/shop/', ['/', '/shop', '/shop/']],
  ['/kz/shop/cart', ['/', '/kz', '/kz/', '/kz/shop', '/kz/shop/', '/kz/shop/cart']],
  ['//a', ['/', '//', '//a']],
])('tries every path above %s', (pathname, paths) => {
  expect(cookiePaths(pathname)).toEqual(paths)
})

test('does not try without end where an address has no end', () => {
  expect(cookiePaths('/a'.repeat(5_000)).length).toBeLessThan(50)
})
