import { expect, test } from 'vitest'
import { isAbroad } from './is-abroad.ts'

test.each([
  [undefined, 'KZ', false],
  [undefined, 'RU', true],
  ['KZ', 'US', true],
  ['RU', 'RU', false],
  ['RU', 'KZ', true],
  ['EU', 'IE', false],
  ['EU', 'NO', false],
  ['EU', 'GB', true],
  ['EU', 'US', true],
] as const)('measures from the country of the profile: %s, %s', (profile, country, abroad) => {
  expect(isAbroad(profile ? { profile } : {}, { country })).toBe(abroad)
})

test('counts every country that the data goes to', () => {
  expect(isAbroad({ profile: 'EU' }, { country: 'MT', countries: ['MT', 'US'] })).toBe(true)
  expect(isAbroad({ profile: 'EU' }, { country: 'MT', countries: ['MT', 'FR'] })).toBe(false)
})

test('says nothing of a service whose country is not known', () => {
  expect(isAbroad({}, {})).toBe(false)
})
