import { expect, test } from 'vitest'
import { createTranslate } from './translate.ts'

const texts = {
  plain: 'Cookie',
  name: 'Operator: {{name}}',
  files_one: '{{count}} file',
  files_other: '{{count}} files',
}
const translate = createTranslate('en', texts)

test('finds a text by its key', () => {
  expect(translate('plain')).toBe('Cookie')
})

test('returns the key when there is no text', () => {
  expect(translate('nothing.here')).toBe('nothing.here')
})

test('fills in a placeholder, whatever the spaces in it', () => {
  const loose = createTranslate('en', { a: '{{ x }}', b: '{{- x }}', c: '{{x}}{{x}}' })
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

test('chooses the plural form by the number, not by a word', () => {
  expect(translate('files', { count: 1 })).toBe('1 file')
  expect(translate('files', { count: 0 })).toBe('0 files')
  expect(translate('files', { count: '1' })).toBe('files')
})

test('takes a text without plural forms when there is a number', () => {
  expect(translate('plain', { count: 5 })).toBe('Cookie')
})

test('falls back to the form that every language has', () => {
  const files = { files_one: 'one', files_other: 'other' }
  expect(createTranslate('ru', files)('files', { count: 2 })).toBe('other')
  expect(createTranslate('not a language', files)('files', { count: 1 })).toBe('other')
  expect(createTranslate('', files)('files', { count: 1 })).toBe('other')
})

test('falls back when the runtime has no plural rules', () => {
  const original = Intl.PluralRules
  try {
    Reflect.deleteProperty(Intl, 'PluralRules')
    expect(translate('files', { count: 1 })).toBe('1 files')
  } finally {
    Object.defineProperty(Intl, 'PluralRules', {
      value: original,
      configurable: true,
      writable: true,
    })
  }
})

test('prefers the texts of the owner, key by key', () => {
  const own = createTranslate('en', texts, { plain: 'Biscuit', files_one: 'a file' })
  expect(own('plain')).toBe('Biscuit')
  expect(own('name', { name: 'A' })).toBe('Operator: A')
  expect(own('files', { count: 1 })).toBe('a file')
  expect(own('files', { count: 2 })).toBe('2 files')
})

test('takes an empty text of the owner for a text', () => {
  expect(createTranslate('en', texts, { plain: '' })('plain')).toBe('')
})

test('prefers a text of the owner without plural forms over the built-in forms', () => {
  expect(createTranslate('en', texts, { files: 'Files: {{count}}' })('files', { count: 2 })).toBe(
    'Files: 2',
  )
})

test('turns texts and values of other types into words', () => {
  const loose = { number: 5, missing: null, list: ['a', 'b'] } as unknown as typeof texts
  const own = createTranslate('en', { missing: 'built in' }, loose)
  expect([own('number'), own('missing'), own('list')]).toEqual(['5', 'built in', 'a,b'])
  expect(translate('name', { name: false as unknown as string })).toBe('Operator: false')
})

test('works without a table', () => {
  expect(createTranslate('en', texts, null as unknown as undefined)('plain')).toBe('Cookie')
})

test('takes nothing from the prototype', () => {
  const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty']
  expect(names.map((name) => translate(name))).toEqual(names)
  const prototype = Object.prototype as Record<string, unknown>
  try {
    Object.assign(prototype, { polluted: 'bad', name: 'bad', count: 1, plain_one: 'bad' })
    expect(translate('polluted')).toBe('polluted')
    expect(translate('name', {})).toBe('Operator: {{name}}')
    expect(translate('plain', {})).toBe('Cookie')
  } finally {
    for (const key of ['polluted', 'name', 'count', 'plain_one']) delete prototype[key]
  }
})
