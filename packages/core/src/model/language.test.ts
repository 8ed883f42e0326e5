import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchLanguage } from './language.ts'

const offered = ['kk', 'ru', 'en']
const match = (...wanted: (string | null | undefined)[]): string | undefined =>
  matchLanguage(wanted, offered)

test.each([
  ['ru', 'ru'],
  ['RU', 'ru'],
  ['ru-KZ', 'ru'],
  ['ru_KZ', 'ru'],
  ['en-US', 'en'],
  ['kk-Cyrl-KZ', 'kk'],
  ['kk_KZ', 'kk'],
  ['kz', 'kk'],
  ['KZ', 'kk'],
  ['kz-KZ', 'kk'],
  ['kaz', 'kk'],
  ['Қаз', 'kk'],
  ['rus', 'ru'],
  ['ENG', 'en'],
  ['eng-GB', 'en'],
  ['rus_KZ', 'ru'],
  ['en-x-kk-latn', 'en'],
])('takes %s for %s', (tag, language) => {
  expect(match(tag)).toBe(language)
})

test.each([
  'kk-Arab',
  'kk-arab-CN',
  'kk-CN',
  'kk_cn',
  'kk-Latn',
  'kk-Latn-KZ',
  'kz-Latn',
  'kaz-Arab',
])('does not take %s for Kazakh in Cyrillic', (tag) => {
  expect(match(tag)).toBeUndefined()
  expect(match(tag, 'ru')).toBe('ru')
})

test('takes Kazakh in another script where it is offered', () => {
  expect(matchLanguage(['kk-Latn'], ['kk', 'kk-latn'])).toBe('kk-latn')
  expect(matchLanguage(['kk'], ['kk-latn', 'kk'])).toBe('kk')
  expect(matchLanguage(['kk-Latn-KZ'], ['kk', 'kk-latn'])).toBeUndefined()
})

test('changes no part of another tag that looks like a name of ours', () => {
  const odd = ['ukk', 'xen', 'xru', 'en']
  expect(['ukz', 'xeng', 'xrus', 'engs'].map((tag) => matchLanguage([tag], odd))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('takes the first wanted tag that fits', () => {
  expect(match('de', 'ky', 'en-GB', 'ru')).toBe('en')
  expect(match('kg', 'ru')).toBe('ru')
})

test('prefers the whole tag to its primary subtag', () => {
  expect(matchLanguage(['en-GB'], ['en', 'en-gb'])).toBe('en-gb')
  expect(matchLanguage(['en-US'], ['en-gb', 'en'])).toBe('en')
})

test.each([
  '',
  ' ',
  null,
  undefined,
  '-',
  '*',
  'c',
  'russian',
  'undefined',
  'constructor',
  '__proto__',
  'ru;q=0.9',
  'kk'.repeat(5000),
])('passes over nonsense (%#)', (tag) => {
  expect(match(tag)).toBeUndefined()
  expect(match(tag, 'kk')).toBe('kk')
})

test('never throws and returns nothing but what is offered', () => {
  const tag = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[a-zA-Z_-]{0,12}$/),
    fc.constantFrom(null, undefined, ...Object.getOwnPropertyNames(Object.prototype)),
  )
  fc.assert(
    fc.property(fc.array(tag), fc.array(fc.string()), (wanted, codes) => {
      expect([undefined, ...codes, ...offered]).toContain(
        matchLanguage(wanted, [...codes, ...offered]),
      )
    }),
  )
})
