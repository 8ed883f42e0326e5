// @vitest-environment happy-dom
// @vitest-environment-options {"happyDOM":{"settings":{"handleDisabledFileLoadingAsSuccess":true}}}
import { afterEach, expect, test } from 'vitest'
import { createConsent } from '../create-consent.ts'
import type { Options } from '../model/options.ts'
import type { State } from '../state.ts'
import { checkPage } from './check.ts'
import { resolveAsked } from '../model/asked.ts'

const OPTIONS = {
  services: [
    { id: 'video', category: 'functional', hosts: ['video.example'] },
    { id: 'metrika', category: 'analytics', hosts: ['mc.example/metrika'] },
  ],
}

let told: string[] = []

/** Checks a page where the named services are allowed. */
function check(html: string, allowed: readonly string[] = [], options?: Options): string[] {
  told = []
  document.body.innerHTML = html
  again(allowed, options)
  return told
}
function again(allowed: readonly string[] = [], options: Options = OPTIONS): void {
  const ports = { version: '', reopenLabels: {}, load: () => Promise.reject(new Error('unused')) }
  const consent = {
    ...createConsent(options, ports),
    acceptedService: (id: string) => allowed.includes(id),
  }
  checkPage({
    consent,
    options,
    asked: resolveAsked(options),
    report: (code, subject) =>
      void told.push(`${code} ${subject instanceof Element ? subject.id : subject}`),
  } as Partial<State> as State)
}

afterEach(() => document.body.replaceChildren())

test.each([
  ['<noscript>&lt;img src="https://mc.example/watch/1"></noscript>', 'https://mc.example/watch/1'],
  [
    "<noscript>&lt;iframe height='0' src='//tags.example/ns'></iframe></noscript>",
    '//tags.example/ns',
  ],
])('reports what browsers without scripts fetch: %s', (html, address) => {
  expect(check(html)).toEqual([`leaking-noscript ${address}`])
})

test('says nothing of a <noscript> with words or pictures of the site', () => {
  expect(check('<noscript>Включите JavaScript &lt;img src="/off.png"></noscript>')).toEqual([])
})

test('reports links that contact a declared service early', () => {
  const html = ['preconnect', 'dns-prefetch', 'preload', 'prefetch']
    .map((rel) => `<link id="${rel}" rel="${rel}" href="https://mc.example/">`)
    .join('')
  expect(check(html)).toEqual([
    'early-contact preconnect',
    'early-contact dns-prefetch',
    'early-contact preload',
    'early-contact prefetch',
  ])
})

test('says nothing of links to hosts of nobody, and of stylesheets', () => {
  expect(
    check(`<link rel="preconnect" href="https://fonts.example">
      <link rel="stylesheet" href="https://example.kz/a.css">`),
  ).toEqual([])
})

test('reports what fetches from a declared service and is not held', () => {
  expect(
    check(`<iframe id="frame" src="https://www.video.example/embed/1"></iframe>
      <img id="pixel" src="https://mc.example/metrika/1.gif">
      <img id="other" src="https://mc.example/elsewhere.gif">
      <iframe id="similar" src="https://notvideo.example/"></iframe>`),
  ).toEqual(['not-held frame', 'not-held pixel'])
})

test('says nothing of what is held, or allowed', () => {
  expect(
    check(
      `<iframe data-category="functional" data-kelisim-src="https://video.example/1"></iframe>`,
    ),
  ).toEqual([])
  expect(check('<iframe src="https://video.example/1"></iframe>', ['video'])).toEqual([])
})

test('reports each thing once', () => {
  check('<iframe id="frame" src="https://video.example/1"></iframe>')
  again()
  expect(told).toEqual(['not-held frame'])
})

test('reports services that contact their vendor before consent as such, and not their elements', () => {
  const services = [
    { id: 'early', category: 'analytics', hosts: ['early.example'], contactsBeforeConsent: true },
  ]
  expect(check('<img src="https://early.example/1.gif">', [], { services })).toEqual([
    'advanced-mode early',
  ])
})
