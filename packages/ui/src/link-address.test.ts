// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { linkAddress } from './link-address.ts'

test.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'https://',
  '',
])('drops %j', (address) => expect(linkAddress(address)).toBeUndefined())

test('drops what is left out', () => expect(linkAddress(undefined)).toBeUndefined())

test('keeps http and https', () => {
  expect(linkAddress('https://example.kz/a?b#c')).toBe('https://example.kz/a?b#c')
  expect(linkAddress('http://example.kz')).toBe('http://example.kz/')
})

test('counts a path from the page, whatever <base> says', () => {
  const base = document.createElement('base')
  base.href = 'https://elsewhere.example/'
  document.head.append(base)
  expect(linkAddress('/privacy')).toBe(new URL('/privacy', location.href).href)
  base.remove()
})
