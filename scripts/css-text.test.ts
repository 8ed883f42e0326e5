import { expect, test } from 'vitest'
import { minifyCss } from './css-text.ts'

test('minifies a stylesheet', () => {
  expect(minifyCss('a {\n  color: red; /* why */\n}\n', 'a.css')).toBe('a{color:red}')
})

test('keeps what Safari 16.4 knows and writes out what it does not', () => {
  expect(
    minifyCss('a{inset-inline:0 auto;color:color-mix(in srgb,var(--a) 5%,#fff)}', 'a.css'),
  ).toBe('a{color:color-mix(in srgb,var(--a) 5%,#fff);inset-inline:0 auto}')
  expect(minifyCss('a{b{color:red}}', 'a.css')).toBe('a b{color:red}')
})
