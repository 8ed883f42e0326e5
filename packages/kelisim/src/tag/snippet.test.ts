// @vitest-environment happy-dom
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findLanguage } from '../../../core/src/on-demand/find-language.ts'
import { tagOptions } from './tag-options.ts'

beforeEach(() => {
  document.documentElement.lang = 'ru'
  document.head.replaceChildren()
  vi.resetModules()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  Reflect.deleteProperty(window, 'kelisim')
})

/** Puts a tag on the page and runs the snippet after it. */
async function run(attributes = '', file = 'kelisim.js') {
  document.head.innerHTML = `<script type="inert" src="https://cdn.example/1.0.0/${file}" ${attributes}></script>`
  await import('./snippet.ts')
  return [...document.querySelectorAll('link')]
}

const names = (links: readonly HTMLLinkElement[]) =>
  links.map(({ href }) => href.slice(href.lastIndexOf('/') + 1)).sort()

const stubCookies = (text: string) => vi.spyOn(document, 'cookie', 'get').mockReturnValue(text)

test('fetches the notice and its texts ahead, as the tag would', async () => {
  const links = await run('crossorigin="use-credentials"')
  expect(names(links)).toEqual(['notice.js', 'notice.ru.js'])
  for (const { rel, as, crossOrigin, href } of links) {
    expect([rel, as, crossOrigin]).toEqual(['preload', 'script', 'use-credentials'])
    expect(href).toMatch('https://cdn.example/1.0.0/')
  }
})

test.each(['__Host-kelisim', '__Secure-kelisim', 'kelisim', 'kelisim-site'])(
  'fetches nothing ahead when the cookie %s is there',
  async (name) => {
    stubCookies(`a=1; ${name}=1.abc; b=2`)
    expect(await run()).toEqual([])
  },
)

test('takes no similar cookie for a choice', async () => {
  stubCookies('mykelisim=1; kelisim_seen=1; a=kelisim')
  expect(names(await run())).toEqual(['notice.js', 'notice.ru.js'])
})

test('fetches the file of a shared choice ahead, whether there is one or not', async () => {
  stubCookies('__Secure-kelisim=1.abc')
  expect(names(await run('data-cookie-scope="site"'))).toEqual(['site.js'])
})

test.each(['', '__Host-kelisim=1.abc'])(
  'fetches the files of services ahead, with the cookie "%s"',
  async (cookie) => {
    stubCookies(cookie)
    const attributes =
      'data-vk-ads="1" data-vk-ads-privacy-url="/vk" data-youtube="true" data-cfasync="false"'
    expect(names(await run(`data-auto-show="false" ${attributes}`))).toEqual([
      'presets.js',
      'service-vk-ads.js',
      'service-youtube.js',
    ])
  },
)

test('fetches nothing ahead where the notice is not shown by itself', async () => {
  expect(await run('data-auto-show="false"')).toEqual([])
})

test('fetches nothing ahead for the variant in one file, or without a tag', async () => {
  expect(await run('', 'kelisim.full.js')).toEqual([])
  vi.resetModules()
  expect(await run('', 'other.js')).toEqual([])
})

test('stays idle while the page is prerendered, apart from the queue', async () => {
  Object.defineProperty(document, 'prerendering', { configurable: true, value: true })
  expect(await run()).toEqual([])
  Reflect.deleteProperty(document, 'prerendering')
  expect(window).toHaveProperty('kelisim', [])
})

test('fetches nothing ahead where cookies may not be read, and throws nothing', async () => {
  vi.spyOn(document, 'cookie', 'get').mockImplementation(() => {
    throw new DOMException('sandboxed', 'SecurityError')
  })
  expect(await run()).toEqual([])
})

test.each([
  ['a queue', []],
  ['the API', { push() {}, acceptAll() {} }],
])('keeps %s that is there', async (_, there) => {
  Object.assign(window, { kelisim: there })
  await run()
  expect((window as { kelisim?: unknown }).kelisim).toBe(there)
})

test('puts a queue where the page has something else', async () => {
  Object.assign(window, { kelisim: 'something else' })
  await run()
  expect(window).toHaveProperty('kelisim', [])
})

test('guesses the language that the core will show', async () => {
  const { guessLanguage } = await import('./guess-language.ts')
  const code = fc.constantFrom(
    '',
    'auto',
    'kk',
    'kz',
    'KZ',
    'ru',
    'ru-RU',
    'en_GB',
    'EN',
    'de',
    'uz',
    'course',
  )
  const attribute = fc.option(code, { nil: undefined })
  const languages = fc.constantFrom(undefined, 'ru', 'ru,kk', 'en kk', 'de, ru')
  const seen = fc.record({ onPage: code, folder: code, browser: fc.array(code) })
  const attributes = fc.record({ lang: attribute, languages, defaultLanguage: attribute })
  fc.assert(
    fc.property(seen, attributes, ({ onPage, folder, browser }, given) => {
      document.documentElement.lang = onPage
      vi.stubGlobal('location', { pathname: `/${folder}/page` })
      vi.stubGlobal('navigator', { languages: browser })
      const data = Object.fromEntries(
        Object.entries(given).filter(([, text]) => text !== undefined),
      )
      expect(guessLanguage(data)).toBe(findLanguage(tagOptions(data)))
    }),
  )
})
