// @vitest-environment happy-dom
// @vitest-environment-options {"happyDOM":{"settings":{"handleDisabledFileLoadingAsSuccess":true}}}
import { afterEach, expect, test } from 'vitest'
import { type Consent, createConsent, type Service } from './index.ts'
import { ga4, microsoftUet, yandexMetrika } from './services.ts'

type Globals = Record<string, unknown>

let consent: Consent | undefined

/** Starts with these services; what is on the page when that call returns is what counts. */
function start(...services: readonly Service[]): Globals {
  consent = createConsent({ services: [...services] })
  consent.start()
  return globalThis as unknown as Globals
}
const urls = () => [...document.querySelectorAll('script')].map(({ src }) => src)

afterEach(() => {
  consent?.destroy()
  for (const name of ['dataLayer', 'gtag', 'uetq', 'ym']) Reflect.deleteProperty(globalThis, name)
  for (const key of Object.getOwnPropertySymbols(globalThis))
    if (key.description === 'kelisim.services') Reflect.deleteProperty(globalThis, key)
  for (const script of document.querySelectorAll('script')) script.remove()
})

test('has nothing of a vendor on the page before consent', () => {
  const page = start(
    ga4({ id: 'G-AB12' }),
    microsoftUet({ id: 1 }),
    yandexMetrika({ id: 12345678 }),
  )
  expect(['dataLayer', 'gtag', 'uetq', 'ym'].filter((name) => name in page)).toEqual([])
  expect(urls()).toEqual([])
})

test('has denied defaults on the page when start() returns, where contact before consent is wanted', () => {
  const page = start(
    ga4({ id: 'G-AB12', consentMode: 'advanced' }),
    microsoftUet({ id: 1, consentMode: 'advanced' }),
  )
  const [first] = page['dataLayer'] as ArrayLike<unknown>[]
  expect(Array.from(first ?? []).slice(0, 2)).toEqual(['consent', 'default'])
  expect(page['uetq']).toEqual(['consent', 'default', { ad_storage: 'denied' }])
  expect(urls()).toEqual([
    'https://www.googletagmanager.com/gtag/js?id=G-AB12',
    'https://bat.bing.com/bat.js',
  ])
})

test('takes calls when start() returns, where they are to wait, and leaves with the instance', () => {
  const page = start(yandexMetrika({ id: 12345678, bufferCalls: true }))
  expect(page['ym']).toBeTypeOf('function')
  expect(urls()).toEqual([])
  consent?.destroy()
  expect(page['ym']).toBeUndefined()
})
