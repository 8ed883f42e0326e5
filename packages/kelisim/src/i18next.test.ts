import i18next, { type i18n } from 'i18next'
import { expect, test } from 'vitest'
import { followLanguage, i18nextTexts } from './i18next.ts'

function start(options: object): i18n {
  const instance = i18next.createInstance()
  void instance.init({ initAsync: false, lng: 'ru', ...options })
  return instance
}

function listen(): { readonly heard: string[]; setLanguage(code: string): void } {
  const heard: string[] = []
  return { heard, setLanguage: (code) => void heard.push(code) }
}

test('gives the texts of a namespace by flat key', () => {
  const notice = { title: 'Наши cookie', body: 'Текст: {{categories}}' }
  const i18n = start({ resources: { ru: { kelisim: { notice, 'reload.now': 'Ещё раз' } } } })
  expect(i18nextTexts(i18n)('ru')).toEqual({
    'notice.title': 'Наши cookie',
    'notice.body': 'Текст: {{categories}}',
    'reload.now': 'Ещё раз',
  })
})

test('gives nothing for a language or namespace that is not there', () => {
  const i18n = start({ resources: { ru: { translation: { title: 'Сайт' } } } })
  expect(i18nextTexts(i18n)('ru')).toBeUndefined()
  expect(i18nextTexts(i18n)('kk')).toBeUndefined()
  expect(i18nextTexts(start({}))('ru')).toBeUndefined()
})

test('reads another namespace on request', () => {
  const i18n = start({ resources: { ru: { cookies: { reopen: 'Выбор' } } } })
  expect(i18nextTexts(i18n, { namespace: 'cookies' })('ru')).toEqual({ reopen: 'Выбор' })
})

test('sees texts that arrive later', () => {
  const i18n = start({})
  const texts = i18nextTexts(i18n)
  expect(texts('kk')).toBeUndefined()
  i18n.addResourceBundle('kk', 'kelisim', { reopen: 'Таңдау' })
  expect(texts('kk')).toEqual({ reopen: 'Таңдау' })
  i18n.addResource('kk', 'kelisim', 'notice.title', 'Cookie')
  expect(texts('kk')).toEqual({ reopen: 'Таңдау', 'notice.title': 'Cookie' })
})

test('gives nothing before the instance is started', async () => {
  const i18n = i18next.createInstance()
  const texts = i18nextTexts(i18n)
  expect(texts('ru')).toBeUndefined()
  await i18n.init({ lng: 'ru', resources: { ru: { kelisim: { reopen: 'Выбор' } } } })
  expect(texts('ru')).toEqual({ reopen: 'Выбор' })
})

test('finds the texts of a page that names its languages with a region', () => {
  const resources = {
    'kk-KZ': { kelisim: { reopen: 'Таңдау' } },
    en: { kelisim: { reopen: 'No' } },
  }
  const i18n = start({ resources, lng: 'kk-KZ', fallbackLng: 'en' })
  expect(i18nextTexts(i18n)('kk')).toEqual({ reopen: 'Таңдау' })
  expect(i18nextTexts(i18n)('ru')).toBeUndefined()
})

test('leaves out what is not a text', () => {
  const bundle = { a: 1, b: null, c: ['x'], d: { e: 'text', f: undefined } }
  const texts = i18nextTexts({ getResourceBundle: () => bundle })
  expect(texts('ru')).toEqual({ 'c.0': 'x', 'd.e': 'text' })
})

test('a name from the prototype is a key like any other', () => {
  const bundle: unknown = JSON.parse('{"__proto__":{"polluted":"yes"},"constructor":"text"}')
  const texts = i18nextTexts({ getResourceBundle: () => bundle })('ru')
  expect(Object.entries(texts ?? {})).toEqual([
    ['__proto__.polluted', 'yes'],
    ['constructor', 'text'],
  ])
  expect('polluted' in {}).toBe(false)
})

test('shows the language of the page now and after each change', async () => {
  const consent = listen()
  const i18n = start({ lng: 'kk' })
  followLanguage(consent, i18n)
  await i18n.changeLanguage('ru')
  await i18n.changeLanguage('en-GB')
  expect(consent.heard).toEqual(['kk', 'ru', 'en-GB'])
})

test('waits for an instance that is started later', async () => {
  const consent = listen()
  const i18n = i18next.createInstance()
  followLanguage(consent, i18n)
  expect(consent.heard).toEqual([])
  await i18n.init({ lng: 'ru' })
  expect(consent.heard).toEqual(['ru'])
})

test('follows no longer after its undo', async () => {
  const consent = listen()
  const i18n = start({ lng: 'kk' })
  const undo = followLanguage(consent, i18n)
  undo()
  await i18n.changeLanguage('ru')
  expect(consent.heard).toEqual(['kk'])
})
