import { expect, test } from 'vitest'
import { readCatalogues } from '../../../scripts/locales/catalogue.ts'
import { compiledBytes } from '../../../scripts/locales/compile.ts'
import { flatten } from '../../../scripts/locales/flatten.ts'
import { reopenLabels } from './reopen.ts'

const files = await readCatalogues()
const textsOf = (file: string): Record<string, unknown> =>
  flatten(JSON.parse(files.find((found) => found.file === file)?.text ?? '{}'))
const languages = ['kk', 'ru', 'en']

test.each(languages)('%s has its two catalogues and its reopen label', (language) => {
  expect(files.map(({ file }) => file)).toEqual(
    expect.arrayContaining([`notice.${language}.json`, `preferences.${language}.json`]),
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

test('no Kazakh button says "Бас тарту" alone, which reads as "Cancel"', () => {
  const texts = ['notice', 'preferences'].flatMap((part) =>
    Object.values(textsOf(`${part}.kk.json`)),
  )
  expect(texts.filter((text) => /^бас тарту$/i.test(`${text}`))).toEqual([])
})

test.each(files)('$file takes at most 1,200 bytes on the wire', ({ text }) => {
  expect(compiledBytes(text)).toBeLessThanOrEqual(1200)
})
