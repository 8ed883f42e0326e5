import { expect, test } from 'vitest'
import { readCatalogues } from '../../../scripts/locales/catalogue.ts'
import { compiledBytes } from '../../../scripts/locales/compile.ts'
import { flatten } from '../../../scripts/locales/flatten.ts'
import { reopenLabels } from './reopen.ts'

const files = await readCatalogues()
const textsOf = (file: string): Record<string, unknown> =>
  flatten(JSON.parse(files.find((found) => found.file === file)?.text ?? '{}'))
const languages = ['kk', 'ru', 'en']

const PARTS = [
  'notice',
  'preferences',
  'placeholders',
  'periods',
  'details',
  'receipt',
  'admin',
  'declaration',
  'upcoming',
]

test.each(languages)('%s has all catalogues and its reopen label', (language) => {
  expect(files.map(({ file }) => file)).toEqual(
    expect.arrayContaining(PARTS.map((part) => `${part}.${language}.json`)),
  )
  expect(reopenLabels[language]).toBe(textsOf(`preferences.${language}.json`).reopen)
})

test.each(languages)('%s calls every language by its own name', (language) => {
  expect(textsOf(`notice.${language}.json`)).toMatchObject({
    'language.kk': 'Қазақша',
    'language.ru': 'Русский',
    'language.en': 'English',
  })
})

test.each(languages)('%s says the same on the buttons of both layers', (language) => {
  const notice = textsOf(`notice.${language}.json`)
  const preferences = textsOf(`preferences.${language}.json`)
  expect(preferences['preferences.accept']).toBe(notice['notice.accept'])
  expect(preferences['preferences.title']).toBe(preferences.reopen)
})

test.each(languages)('%s names countries and categories alike everywhere', (language) => {
  const others = {
    ...textsOf(`notice.${language}.json`),
    ...textsOf(`preferences.${language}.json`),
    ...textsOf(`details.${language}.json`),
  }
  const shared = Object.entries(textsOf(`placeholders.${language}.json`)).filter(([key]) =>
    /^(country|category)\./.test(key),
  )
  expect(others).toMatchObject(Object.fromEntries(shared))
  expect(shared).toHaveLength(14)
})

test('no Kazakh button says "Бас тарту" alone, which reads as "Cancel"', () => {
  const texts = PARTS.flatMap((part) => Object.values(textsOf(`${part}.kk.json`)))
  expect(texts.filter((text) => /^бас тарту$/i.test(`${text}`))).toEqual([])
})

const fetched = files.filter(({ file }) => /^(notice|preferences|placeholders)\./.test(file))

test.each(fetched)('$file takes at most 1,200 bytes on the wire', ({ text }) => {
  expect(compiledBytes(text)).toBeLessThanOrEqual(1200)
})
