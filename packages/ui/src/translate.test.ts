import { expect, test } from 'vitest'
import { createTranslatePlural } from './translate-plural.ts'
import { createTranslate } from './translate.ts'

const texts = {
  plain: 'Cookie',
  name: 'Operator: {{name}}',
  files_one: '{{count}} file',
  files_other: '{{count}} files',
}
const pluralOf = (language: string, table: Readonly<Record<string, string>>) =>
  createTranslatePlural(language, [undefined, table], createTranslate(table))
const translate = createTranslate(texts)
const plural = pluralOf('en', texts)

test('finds a text by its key', () => {
  expect([translate('plain'), plural('plain')]).toEqual(['Cookie', 'Cookie'])
})

test('returns the key when there is no text', () => {
  expect([translate('nothing.here'), plural('nothing.here', { count: 1 })]).toEqual([
    'nothing.here',
    'nothing.here',
  ])
})

test('fills in a placeholder, whatever the spaces in it', () => {
  const loose = createTranslate({ a: '{{ x }}', b: '{{- x }}', c: '{{x}}{{x}}' })
  expect(['a', 'b', 'c'].map((key) => loose(key, { x: 1 }))).toEqual(['1', '1', '11'])
})

test('leaves a placeholder without a value as it is', () => {
  expect(translate('name')).toBe('Operator: {{name}}')
})

test('puts a value in as it is, never as a pattern or as a text of its own', () => {
  const values = ['$&', '$1', '$$', '$`', '{{name}}', '{{count}}', '<b>', '$t(plain)', '\\1']
  expect(values.map((name) => translate('name', { name, count: '7' }))).toEqual(
    values.map((name) => `Operator: ${name}`),
  )
})

test('takes no object for a text, and turns texts and values of other types into words', () => {
  const loose = createTranslate({ number: 5, list: ['a', 'b'] } as unknown as typeof texts)
  expect([loose('number'), loose('list')]).toEqual(['5', 'list'])
  expect(translate('name', { name: false })).toBe('Operator: false')
})

test('chooses the plural form by the number, not by a word', () => {
  expect(plural('files', { count: 1 })).toBe('1 file')
  expect(plural('files', { count: 0 })).toBe('0 files')
  expect(plural('files', { count: '1' })).toBe('files')
})

test('takes a text without plural forms when there is a number', () => {
  expect(plural('plain', { count: 5 })).toBe('Cookie')
})

test('falls back to the form that every language has', () => {
  const files = { files_one: 'one', files_other: 'other' }
  for (const language of ['ru', 'not a language', '']) {
    expect(pluralOf(language, files)('files', { count: 2 })).toBe('other')
  }
})

test('falls back when the runtime has no plural rules', () => {
  const original = Intl.PluralRules
  try {
    Reflect.deleteProperty(Intl, 'PluralRules')
    expect(plural('files', { count: 1 })).toBe('1 files')
  } finally {
    Object.defineProperty(Intl, 'PluralRules', {
      value: original,
      configurable: true,
      writable: true,
    })
  }
})
