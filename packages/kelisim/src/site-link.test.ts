import { expect, test } from 'vitest'
import { siteLink } from './site-link.ts'

test.each(['javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', '', undefined])(
  'makes no link of %j',
  (address) => expect(siteLink(address)).toBeUndefined(),
)

test('keeps a path of the site as a path, and the address of another site as it is', () => {
  expect(siteLink('/a?b#c')).toBe('/a?b#c')
  expect(siteLink('https://example.kz/a')).toBe('https://example.kz/a')
  expect(siteLink('https://site.invalid.example.kz/')).toBe('https://site.invalid.example.kz/')
})
