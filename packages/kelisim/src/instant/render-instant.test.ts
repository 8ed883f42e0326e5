// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { createBanner } from '../../../ui/src/banner.ts'
import { element } from '../../../ui/src/element.ts'
import { linkAddress } from '../../../ui/src/link-address.ts'
import { fakeCore, textsOf } from '../../../ui/src/testing/fake-core.ts'
import { createWords } from '../../../ui/src/words.ts'
import { resolveAsked } from '../../../core/src/model/asked.ts'
import type { Options } from '../../../core/src/model/options.ts'
import { renderInstant } from './render-instant.ts'

const OPTIONS: Options = {
  operator: { name: 'ТОО «Пример» & <b>Co</b>', bin: '123456789013', country: 'KZ' },
  policy: { url: 'https://example.kz/privacy?a=1&b="2"', version: '2026-11-01' },
  services: [{ id: 'ads', category: 'marketing', country: 'US' }],
}

/** Reads the HTML as a browser does; happy-dom takes the template for one. */
function read(options: Options = OPTIONS, language = 'ru') {
  const page = document.createElement('div')
  const texts = textsOf(`notice.${language}`)
  page.innerHTML = renderInstant(options, { language, texts, script: 'run()' })
  const host = page.querySelector<HTMLElement>('kelisim-view')
  return { page, host, section: page.querySelector('template')?.content.querySelector('section') }
}

test.each(['kk', 'ru', 'en'])(
  'writes what the notice draws in %s, element by element',
  (language) => {
    const { state, running, respond } = fakeCore({ options: OPTIONS, language })
    const drawn = createBanner(element, {
      state: { ...state, asked: resolveAsked(OPTIONS) },
      running,
      respond,
      words: createWords(OPTIONS, language, textsOf(`notice.${language}`)),
      shown: String,
      prefetch: () => {},
      change: () => [],
      link: linkAddress,
    })
    const { section } = read(OPTIONS, language)
    expect(section?.outerHTML).toBe(drawn.outerHTML)
  },
)

test('keeps the path of the policy, which the page resolves', () => {
  const hrefOf = (url: string) =>
    read({ policy: { url } }).section?.querySelector('a')?.getAttribute('href')
  expect(hrefOf('/privacy')).toBe('/privacy')
  expect(hrefOf('javascript:alert(1)')).toBeUndefined()
  expect(hrefOf('http://[')).toBeUndefined()
})

test('says what a refusal is about, as the cookie needs it', () => {
  const { asked } = { asked: resolveAsked(OPTIONS) }
  const hashes = Object.fromEntries([...asked.categories].map(([id, { hash }]) => [id, hash]))
  delete hashes['necessary']
  expect(JSON.parse(`${read().host?.dataset['refusal']}`)).toEqual({
    asked: hashes,
    language: 'ru',
    days: 365,
    policyVersion: '2026-11-01',
  })
})

test('leaves a refusal that subdomains share to the core', () => {
  expect(read({ cookie: { scope: 'site' } }).host?.dataset).toEqual({})
})

test('is hidden until its script shows it, and lends that the nonce of the page', () => {
  const { host, page } = read({ nonce: 'r4"nd' })
  expect(host?.hidden).toBe(true)
  expect(page.lastElementChild?.outerHTML).toBe('<script nonce="r4&quot;nd">run()</script>')
})
