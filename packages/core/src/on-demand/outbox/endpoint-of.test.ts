// @vitest-environment happy-dom
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endpointOf } from './endpoint-of.ts'

const url = fc.constantFrom('https://a.example', 'https://b.example/x/', '/ledger')
const ledger = fc.oneof(url, fc.record({ KZ: url, RU: url, default: url }, { requiredKeys: [] }))

test('gives a Russian visitor the ledger named for Russia or none, however the code is written', () => {
  fc.assert(
    fc.property(ledger, fc.constantFrom('RU', 'ru', ' Ru '), (given, country) => {
      const russian = typeof given === 'string' ? undefined : given.RU
      expect(endpointOf(given, country)).toBe(russian && endpointOf({ default: russian }, ''))
    }),
  )
})

test('gives everybody else their country’s ledger, or the default one', () => {
  const given = { KZ: 'https://kz.example', RU: 'https://ru.example', default: '/ledger' }
  expect(endpointOf(given, 'KZ')).toBe('https://kz.example/')
  expect(endpointOf(given, 'KG')).toBe(`${location.origin}/ledger/`)
  expect(endpointOf(given, undefined)).toBe(`${location.origin}/ledger/`)
  expect(endpointOf({ KZ: 'https://kz.example' }, 'KG')).toBeUndefined()
  expect(endpointOf('https://a.example//', 'default')).toBe('https://a.example/')
})

test('uses no address that is not on https or the page’s own scheme', () => {
  for (const odd of ['javascript:alert(1)', 'data:,x', 'ftp://a.example', 'https://', 'blob:x'])
    expect([odd, endpointOf(odd, 'KZ')]).toEqual([odd, undefined])
})
