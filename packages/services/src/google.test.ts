// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { callsOf, type FakePage, fakePage, read } from './fake-page.fixture.ts'
import { ga4 } from './presets/ga4.ts'
import { googleAds } from './presets/google-ads.ts'
import { googleConsent } from './google-consent.ts'
import { googleTagManager } from './presets/google-tag-manager.ts'

const analytics = ga4({ id: 'G-AB12' })
const ads = googleAds({ id: 'AW-12' })
const now = new Date('2026-11-25T00:00:00Z')
const denied = {
  ad_storage: 'denied',
  ad_user_data: 'denied',
  ad_personalization: 'denied',
  analytics_storage: 'denied',
  functionality_storage: 'denied',
  personalization_storage: 'denied',
  security_storage: 'granted',
}
const adKeys = (value: string) => ({
  ad_storage: value,
  ad_user_data: value,
  ad_personalization: value,
})
const granted = (...categories: readonly string[]) => googleConsent(categories)
const calls = (): unknown[] => callsOf(read('dataLayer'))
let page: FakePage

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['Date'] })
  page = fakePage(() => {})
})
afterEach(() => {
  page.clear()
  vi.useRealTimers()
})

test('translates categories into the keys of consent mode', () => {
  expect(googleConsent([])).toEqual(denied)
  expect(googleConsent(['analytics'])).toEqual({ ...denied, analytics_storage: 'granted' })
  expect(googleConsent(['marketing'])).toEqual({ ...denied, ...adKeys('granted') })
  expect(googleConsent(['functional', 'ai-training'])).toEqual({
    ...denied,
    functionality_storage: 'granted',
    personalization_storage: 'granted',
  })
})

test('sets the default before it configures Analytics', async () => {
  await page.grant(analytics)
  expect(calls()).toEqual([
    ['consent', 'default', { ...denied, analytics_storage: 'granted' }],
    ['js', now],
    ['config', 'G-AB12'],
  ])
})

test('hands Google its commands as arguments objects', async () => {
  await page.grant(analytics)
  const [first] = read('dataLayer') as unknown[]
  expect(Object.prototype.toString.call(first)).toBe('[object Arguments]')
})

test('denies storage and switches Analytics off on a withdrawal, and back on', async () => {
  await page.grant(analytics)
  await page.withdraw(analytics)
  expect(calls().at(-1)).toEqual(['consent', 'update', denied])
  expect(read('ga-disable-G-AB12')).toBe(true)
  await page.grant(analytics)
  expect(calls().at(-1)).toEqual(['consent', 'update', granted('analytics')])
  expect(calls().filter((call) => (call as unknown[])[0] === 'config')).toHaveLength(1)
  expect(page.globals()).not.toContain('ga-disable-G-AB12')
})

test('shares one stub and one default with Google Ads', async () => {
  await page.grant(analytics)
  await page.grant(ads)
  expect(calls().slice(3)).toEqual([
    ['consent', 'update', granted('analytics', 'marketing')],
    ['config', 'AW-12'],
  ])
  await page.withdraw(ads)
  expect(calls().at(-1)).toEqual(['consent', 'update', granted('analytics')])
})

test('updates where a snippet of the page has set the default', async () => {
  await page.grant(ga4({ id: 'G-AB12', settings: { send_page_view: false } }))
  const layer = read('dataLayer') as unknown[]
  layer.unshift(null)
  page.clear()
  Reflect.set(globalThis, 'dataLayer', layer)
  await page.grant(ads)
  expect(calls()[4]).toEqual(['consent', 'update', granted('marketing')])
})

test('starts a container once, with what is granted, and tells it what changes', async () => {
  const container = googleTagManager({ id: 'GTM-AB12', consentEvents: false })
  await page.change(container, 'analytics')
  page.clear()
  await page.grant(container)
  await page.change(container, 'analytics')
  await page.change(container, 'analytics', 'functional')
  await page.withdraw(container)
  await page.grant(container)
  expect(calls()).toEqual([
    ['consent', 'default', granted('analytics')],
    { 'gtm.start': now.getTime(), event: 'gtm.js' },
    ['consent', 'update', granted('analytics', 'functional')],
    ['consent', 'update', denied],
    ['consent', 'update', granted('analytics', 'functional')],
  ])
})

test('pushes what is allowed to the data layer, at the start and at each change', async () => {
  const container = googleTagManager({ id: 'GTM-AB12' })
  const event = (isGranted: boolean, ...accepted: readonly string[]) => ({
    event: 'kelisim_consent',
    kelisim: {
      categories: {
        functional: accepted.includes('functional'),
        analytics: accepted.includes('analytics'),
        marketing: accepted.includes('marketing'),
      },
      services: { 'google-tag-manager': isGranted },
    },
  })
  await page.change(container, 'marketing')
  page.clear()
  await page.grant(container)
  await page.change(container, 'marketing')
  await page.change(container, 'analytics', 'marketing')
  await page.withdraw(container)
  expect(calls().filter((call) => !Array.isArray(call))).toEqual([
    event(true, 'marketing'),
    { 'gtm.start': now.getTime(), event: 'gtm.js' },
    event(true, 'analytics', 'marketing'),
    // A container that is refused gets nothing to go by, whatever else is allowed.
    event(false),
  ])
})

test('tells Analytics of later changes, whatever its own category is called', async () => {
  const stats = ga4({ id: 'G-AB12', category: 'stats' })
  await page.grant(stats)
  await page.change(stats, 'stats', 'marketing')
  expect(calls().at(-1)).toEqual(['consent', 'update', granted('analytics', 'marketing')])
})

test('refuses ids of another product', () => {
  expect(() => ga4({ id: 'UA-1-1' })).toThrow("ga4({ id: 'UA-1-1' }): a measurement id")
  expect(() => googleAds({ id: 'G-AB12' })).toThrow('a conversion id is like')
  expect(() => googleTagManager({ id: 'G-AB12' })).toThrow('a container id is like')
})
