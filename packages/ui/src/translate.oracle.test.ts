import fc from 'fast-check'
import i18next, { type i18n } from 'i18next'
import { expect, test } from 'vitest'
import { readCatalogues } from '../../../scripts/locales/catalogue.ts'
import { flatten } from '../../../scripts/locales/flatten.ts'
import { placeholdersOf } from '../../../scripts/locales/text-rules.ts'
import { createTranslatePlural } from './translate-plural.ts'
import { createTranslate } from './translate.ts'

const languages = ['kk', 'ru', 'en'] as const
const files = await readCatalogues()
const treesOf = (language: string): Readonly<Record<string, unknown>>[] =>
  files.filter(({ file }) => file.includes(`.${language}.`)).map(({ text }) => JSON.parse(text))
const tables: Readonly<Record<string, Record<string, string>>> = Object.fromEntries(
  languages.map((language) => [language, Object.assign({}, ...treesOf(language).map(flatten))]),
)
const textsOf = (language: string): Record<string, string> => tables[language] ?? {}

type Tree = Readonly<Record<string, unknown>>

// A branch may have its leaves in both files.
const merge = (one: Tree, two: Tree): Tree => ({
  ...one,
  ...Object.fromEntries(
    Object.entries(two).map(([key, branch]) => [
      key,
      branch instanceof Object ? { ...(one[key] as Tree), ...branch } : branch,
    ]),
  ),
})
const nested = oracle({}, (language) => treesOf(language).reduce(merge))
const flat = oracle({ keySeparator: false }, textsOf)
const nameOf = (key: string): string => key.replace(/_(one|few|many|other)$/, '')

function oracle(options: object, resources: (language: string) => object): i18n {
  const instance = i18next.createInstance()
  void instance.init({
    initAsync: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    resources: Object.fromEntries(
      languages.map((language) => [language, { translation: resources(language) }]),
    ),
    ...options,
  })
  return instance
}

// The notice fills in placeholders only; the preferences have plural forms, too.
const noticeOf = (language: string) => createTranslate(textsOf(language))
const preferencesOf = (language: string) =>
  createTranslatePlural(language, [textsOf(language)], noticeOf(language))

test.each(languages)('gives every text of %s as i18next does', (language) => {
  const texts = textsOf(language)
  const translate = preferencesOf(language)
  for (const [key, text] of Object.entries(texts)) {
    const name = nameOf(key)
    const values = Object.fromEntries(placeholdersOf(text).map((each, at) => [each, at || 'Ә']))
    expect(translate(name, { ...values, count: 1 })).not.toBe(name)
    for (const given of [values, {}, { count: 3 }, { ...values, count: 21 }]) {
      expect(translate(name, given)).toBe(nested.getFixedT(language)(name, given))
      expect(translate(name, given)).toBe(flat.getFixedT(language)(name, given))
    }
  }
})

test.each(languages)('gives every text of %s in the notice as in the preferences', (language) => {
  const [notice, preferences] = [noticeOf(language), preferencesOf(language)]
  for (const key of Object.keys(textsOf(language))) {
    expect(notice(key, { name: 'Ә' })).toBe(preferences(key, { name: 'Ә' }))
  }
})

test.each(languages)('gives every plural form of %s as i18next does', (language) => {
  const texts = textsOf(language)
  const translate = preferencesOf(language)
  const names = [
    ...new Set(
      Object.keys(texts)
        .filter((key) => nameOf(key) !== key)
        .map(nameOf),
    ),
  ]
  const counts = [...Array(1001).keys(), 0.5, 1.5, 2.1, 5.25, 21.7, 1e6, 1e21, -1, NaN, Infinity]
  expect(names).not.toEqual([])
  for (const name of names) {
    for (const count of counts) {
      expect(translate(name, { count })).toBe(nested.getFixedT(language)(name, { count }))
    }
  }
})

test('gives any value as i18next does', () => {
  const dangerous = fc.constantFrom('$&', '$1', '$$', '{{x}}', '{{name}}', '{{', '}}', '$t(reopen)')
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(dangerous, fc.string({ maxLength: 3 })), { maxLength: 5 }).map(String),
    fc.integer(),
    fc.double(),
  )
  const keys = fc.constantFrom(...Object.keys(textsOf('kk')).map(nameOf))
  const names = fc.constantFrom('name', 'categories', 'countries', 'date', 'version', 'x')
  fc.assert(
    fc.property(
      fc.constantFrom(...languages),
      keys,
      fc.dictionary(names, value, { noNullPrototype: true }),
      (language, key, values) => {
        const ours = preferencesOf(language)(key, values)
        expect(ours).toBe(nested.getFixedT(language)(key, values))
      },
    ),
    { numRuns: 1000 },
  )
})

test('treats an unknown key as i18next does', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,8}(\.[a-z]{1,8}){0,2}$/), (name) => {
      const key = `unknown.${name}`
      const theirs = nested.getFixedT('ru')(key)
      expect([noticeOf('ru')(key), preferencesOf('ru')(key)]).toEqual([theirs, theirs])
    }),
  )
})
