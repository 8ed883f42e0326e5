import { expect, test } from 'vitest'
import type { Options } from '../../core/src/model/options.ts'
import type { Messages } from '../../core/src/view.ts'
import { createDialogWords } from './preferences/dialog-words.ts'
import { createWords } from './words.ts'

const wordsOf = (options: Options, language: string, texts: Messages) =>
  createDialogWords(options, createWords(options, language, texts), texts)

const words = wordsOf({}, 'ru', { 'category.maps': 'Карты', 'country.US': 'США' })

test('takes an owner’s text in the language shown, or else in the first one', () => {
  expect(words.own({ kk: 'Карта', ru: 'Карты' })).toBe('Карты')
  expect(words.own({ kk: 'Карта' })).toBe('Карта')
  expect(words.own('Maps')).toBe('Maps')
  expect(words.own(undefined)).toBe('')
})

test('names a category by the owner first', () => {
  expect(words.nameOf({ id: 'maps', services: [], hash: '' })).toBe('Карты')
  expect(words.nameOf({ id: 'maps', label: 'Maps', services: [], hash: '' })).toBe('Maps')
})

test('prefers the texts of the owner, key by key and form by form', () => {
  const texts = { ru: { 'category.maps': 'Схемы', files: 'Файлы: {{count}}', pages_one: 'стр.' } }
  const { say } = wordsOf({ texts }, 'ru', {
    'category.maps': 'Карты',
    'country.US': 'США',
    files_one: '{{count}} файл',
    pages_one: '{{count}} страница',
    pages_other: '{{count}} страницы',
  })
  expect(say('category.maps')).toBe('Схемы')
  expect(say('country.US')).toBe('США')
  expect(say('files', { count: 1 })).toBe('Файлы: 1')
  expect([say('pages', { count: 1 }), say('pages', { count: 2 })]).toEqual(['стр.', '2 страницы'])
})
