// @vitest-environment happy-dom
import type { LoadContext } from '@kelisim/core'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { resolveAsked } from '../../core/src/model/asked.ts'
import { callsOf, type FakePage, fakePage, read } from './fake-page.fixture.ts'
import { defineService } from './define-service.ts'
import { ga4 } from './presets/ga4.ts'
import { googleAds } from './presets/google-ads.ts'
import { googleConsent } from './google-consent.ts'
import { googleTagManager } from './presets/google-tag-manager.ts'
import { matomo } from './presets/matomo.ts'
import { metaPixel } from './presets/meta-pixel.ts'
import { microsoftClarity } from './presets/microsoft-clarity.ts'
import { microsoftUet } from './presets/microsoft-uet.ts'
import type { Preset } from './preset.ts'
import { tiktokPixel } from './presets/tiktok-pixel.ts'

const advanced = { consentMode: 'advanced' } as const
const matomoSite = { id: 7, host: 'https://stats.example.kz', country: 'KZ' }
const tiktok = { id: 'C4AB12CD34EF56GH78IJ' }
const both: readonly (readonly [basic: Preset, advanced: Preset])[] = [
  [ga4({ id: 'G-AB12' }), ga4({ id: 'G-AB12', ...advanced })],
  [googleAds({ id: 'AW-12' }), googleAds({ id: 'AW-12', ...advanced })],
  [googleTagManager({ id: 'GTM-AB12' }), googleTagManager({ id: 'GTM-AB12', ...advanced })],
  [metaPixel({ id: 123 }), metaPixel({ id: 123, ...advanced })],
  [tiktokPixel(tiktok), tiktokPixel({ ...tiktok, ...advanced })],
  [microsoftClarity({ id: 'ab12cd' }), microsoftClarity({ id: 'ab12cd', ...advanced })],
  [microsoftUet({ id: 123 }), microsoftUet({ id: 123, ...advanced })],
  [matomo(matomoSite), matomo({ ...matomoSite, ...advanced })],
]
const now = new Date('2026-11-25T00:00:00Z')
let page: FakePage

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['Date'] })
  page = fakePage(() => {})
})
afterEach(() => {
  page.clear()
  vi.useRealTimers()
})

describe.each(both.map((pair) => [pair[0].id, ...pair] as const))('%s', (_, basic, early) => {
  test('does nothing before consent in basic mode', async () => {
    expect(basic.contactsBeforeConsent).toBeUndefined()
    await page.prepare(basic)
    expect(page.globals()).toEqual([])
    expect(page.asked).toEqual([])
  })

  test('says that it contacts the vendor before consent, in what the visitor is asked', () => {
    expect(early.contactsBeforeConsent).toBe(true)
    for (const code of ['kk', 'ru', 'en'] as const) {
      expect(early.purpose[code]).toContain(basic.purpose[code])
      expect(early.purpose[code].length).toBeGreaterThan(basic.purpose[code].length)
    }
  })

  test('asks another question than in basic mode', () => {
    const hashOf = (service: Preset) =>
      resolveAsked({ services: [service] }).categories.get(service.category)?.hash
    expect(hashOf(early)).not.toBe(hashOf(basic))
  })

  test('fetches its script once, whatever is answered after that', async () => {
    await page.prepare(early)
    expect(page.asked).toHaveLength(1)
    await page.grant(early)
    await page.withdraw(early)
    await page.prepare(early)
    await page.grant(early)
    expect(page.asked).toHaveLength(1)
    expect(early.needsReload).toBe(false)
  })
})

test('refuses another mode', () => {
  const wrong = { id: 'G-AB12', consentMode: 'Advanced' } as never
  expect(() => ga4(wrong)).toThrow('service "ga4": consentMode is "basic" or "advanced"')
})

test('denies Google everything before its tag, and updates with each answer', async () => {
  const analytics = ga4({
    id: 'G-AB12',
    ...advanced,
    waitForUpdate: 500,
    urlPassthrough: true,
    adsDataRedaction: true,
  })
  await page.prepare(analytics)
  await page.change(analytics, 'functional')
  await page.grant(analytics)
  await page.withdraw(analytics)
  expect(callsOf(read('dataLayer'))).toEqual([
    ['consent', 'default', { ...googleConsent([]), wait_for_update: 500 }],
    ['set', 'url_passthrough', true],
    ['set', 'ads_data_redaction', true],
    ['js', now],
    ['config', 'G-AB12'],
    ['consent', 'update', googleConsent(['functional'])],
    ['consent', 'update', googleConsent(['functional', 'analytics'])],
    ['consent', 'update', googleConsent(['functional'])],
  ])
  // It goes on without cookies.
  expect(page.globals()).not.toContain('ga-disable-G-AB12')
})

test('lets a service of one’s own tell a tag that the page has by hand', async () => {
  const told: unknown[] = []
  const tell = ({ answers }: LoadContext) => {
    const { categories } = answers()
    told.push(googleConsent(Object.keys(categories).filter((name) => categories[name])))
  }
  const calls = { prepare: tell, load: tell, update: tell, stop: tell }
  const own = defineService({
    id: 'own-gtag',
    category: 'analytics',
    contactsBeforeConsent: true,
    ...calls,
  })
  await page.prepare(own)
  await page.change(own, 'analytics')
  expect(told).toEqual([googleConsent([]), googleConsent(['analytics'])])
})

test('says what is set of links and click ids once for all Google services, in basic mode too', async () => {
  const options = { urlPassthrough: true, waitForUpdate: 500 }
  await page.grant(ga4({ id: 'G-AB12', ...options }))
  await page.grant(googleAds({ id: 'AW-12', ...options }))
  const calls = callsOf(read('dataLayer'))
  expect(calls[0]).toEqual(['consent', 'default', googleConsent(['analytics'])])
  expect(calls.filter((call) => (call as unknown[])[0] === 'set')).toEqual([
    ['set', 'url_passthrough', true],
  ])
})

test('leaves a container running after a withdrawal, with what is still granted', async () => {
  const container = googleTagManager({ id: 'GTM-AB12', ...advanced, consentEvents: false })
  await page.prepare(container)
  await page.change(container, 'analytics', 'marketing')
  await page.grant(container)
  await page.change(container, 'analytics')
  await page.withdraw(container)
  expect(callsOf(read('dataLayer'))).toEqual([
    ['consent', 'default', googleConsent([])],
    { 'gtm.start': now.getTime(), event: 'gtm.js' },
    ['consent', 'update', googleConsent(['analytics', 'marketing'])],
    ['consent', 'update', googleConsent(['analytics'])],
  ])
})

test('revokes Meta consent before it is made, then grants and revokes it', async () => {
  const meta = metaPixel({ id: 123, ...advanced })
  await page.prepare(meta)
  await page.grant(meta)
  await page.withdraw(meta)
  expect(callsOf(read('fbq.queue'))).toEqual([
    ['consent', 'revoke'],
    ['init', '123'],
    ['track', 'PageView'],
    ['consent', 'grant'],
    ['consent', 'revoke'],
  ])
})

test('holds TikTok consent before the page view, and revokes it at a refusal', async () => {
  const pixel = tiktokPixel({ ...tiktok, ...advanced })
  await page.prepare(pixel)
  await page.change(pixel, 'functional')
  await page.refuse(pixel)
  await page.grant(pixel)
  expect(callsOf(read('ttq'))).toEqual([
    ['holdConsent'],
    ['page'],
    ['revokeConsent'],
    ['grantConsent'],
  ])
})

test('revokes TikTok consent before the page view where it was refused on an earlier page', async () => {
  const pixel = tiktokPixel({ ...tiktok, ...advanced })
  await page.refuse(pixel)
  await page.prepare(pixel)
  expect(callsOf(read('ttq'))).toEqual([['revokeConsent'], ['page']])
})

test('denies Clarity both kinds of storage until it is granted', async () => {
  const clarity = microsoftClarity({ id: 'ab12cd', ...advanced })
  const state = (analytics: string, ads: string) => [
    'consentv2',
    { ad_Storage: ads, analytics_Storage: analytics },
  ]
  await page.prepare(clarity)
  await page.change(clarity, 'marketing')
  await page.grant(clarity)
  await page.withdraw(clarity)
  expect(callsOf(read('clarity.q'))).toEqual([
    state('denied', 'denied'),
    state('denied', 'denied'),
    state('granted', 'granted'),
    state('denied', 'denied'),
  ])
})

test('denies UET storage before it is made, and makes it without consent', async () => {
  const log: unknown[] = []
  page = fakePage(() => {
    function UET(this: object, { q }: { q: unknown[] }): void {
      log.push([...q])
      Object.assign(this, { push: (...entries: unknown[]) => log.push(entries) })
    }
    Reflect.set(globalThis, 'UET', UET)
  })
  const uet = microsoftUet({ id: 123, ...advanced })
  await page.prepare(uet)
  await page.grant(uet)
  await page.withdraw(uet)
  expect(log).toEqual([
    ['consent', 'default', { ad_storage: 'denied' }],
    ['pageLoad'],
    ['consent', 'update', { ad_storage: 'granted' }],
    ['consent', 'update', { ad_storage: 'denied' }],
  ])
})

test('requires consent of Matomo for cookies alone, and forgets it', async () => {
  const stats = matomo({ ...matomoSite, ...advanced })
  await page.prepare(stats)
  await page.grant(stats)
  await page.withdraw(stats)
  expect(read('_paq')).toEqual([
    ['requireCookieConsent'],
    ['trackPageView'],
    ['enableLinkTracking'],
    ['setTrackerUrl', 'https://stats.example.kz/matomo.php'],
    ['setSiteId', '7'],
    ['setCookieConsentGiven'],
    ['forgetCookieConsentGiven'],
    ['deleteCookies'],
  ])
})
