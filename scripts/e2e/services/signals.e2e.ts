import { beforeAll, describe, expect, test } from 'vitest'
import { quickEngines } from '../engines.ts'
import { storage } from '../pages/in-page.ts'
import { openShop, SHOP, shopPage } from '../pages/shop.ts'
import { storedNames } from '../pages/storage.ts'
import { button, dialog, notice, reloadOffer } from '../pages/words.ts'
import { unfoldAll } from '../pages/unfold.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import { askedOf, callsOf, hitsOf, openVendors, traces } from './vendors.ts'

const ADVANCED = `data-ga4="G-AB12" data-ga4-consent-mode="advanced" data-ga4-ads-data-redaction
  data-meta-pixel="123" data-meta-pixel-consent-mode="advanced"
  data-tiktok-pixel="C4AB12CD34EF56GH78IJ" data-tiktok-pixel-consent-mode="advanced"
  data-microsoft-clarity="ab12cd34ef" data-microsoft-clarity-consent-mode="advanced"`
const CONTAINER = 'data-google-tag-manager="GTM-AB12"'
const BUFFERED = `data-yandex-metrika="12345678" data-yandex-metrika-buffer-calls
  data-ga4="G-AB12" data-ga4-buffer-calls data-meta-pixel="123" data-meta-pixel-buffer-calls
  data-vk-ads="3141592" data-vk-ads-buffer-calls`
const SCRIPTS = [
  'analytics.tiktok.com/i18n/pixel/events.js',
  'connect.facebook.net/en_US/fbevents.js',
  'www.clarity.ms/tag/ab12cd34ef',
  'www.googletagmanager.com/gtag/js',
]
const WITHOUT_CONSENT = ['k.clarity.ms', 'www.google-analytics.com G-AB12 G100 page_view']
/** As docs/signals.md has it for a vendor's tag that stands in the page by hand. */
const BY_HAND = `<script>
  window.dataLayer = window.dataLayer || []
  function gtag() { dataLayer.push(arguments) }
  gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied' })
</script>`
const SOON = { timeout: 5_000 }

const page = (attributes: string, file = 'kelisim.js') =>
  shopPage({
    head: `<script src="/kelisim/${file}" data-policy-url="/privacy" ${attributes}></script>`,
    body: '',
  })

describe.each(quickEngines)('signals in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openShop(stage.site)
    openVendors(stage.site)
    stage.site.route(`${SHOP}/advanced`, page(ADVANCED))
    stage.site.route(`${SHOP}/dev`, page(ADVANCED, 'kelisim.dev.js'))
    stage.site.route(`${SHOP}/container`, page(CONTAINER))
    stage.site.route(
      `${SHOP}/early`,
      page(`${CONTAINER} data-google-tag-manager-consent-mode="advanced"`),
    )
    stage.site.route(`${SHOP}/by-hand`, page(ADVANCED).replace('<head>', `<head>${BY_HAND}`))
    stage.site.route(`${SHOP}/buffered`, page(BUFFERED))
  })

  const visit = async (path: string) => {
    const tab = await stage.newTab()
    await tab.goto(SHOP + path)
    await tab.see(notice())
    return tab
  }
  const expectHits = (hits: readonly string[]) =>
    expect.poll(() => hitsOf(stage.site).sort(), SOON).toEqual([...hits].sort())
  const expectAsked = (addresses: readonly string[]) =>
    expect.poll(() => askedOf(stage.site), SOON).toEqual(addresses)
  const layer = async (tab: Tab) =>
    (await callsOf(tab, 'dataLayer')).map((entry) => {
      const [first] = entry as [Record<string, unknown> | string]
      return typeof first === 'object'
        ? `event ${String(first['event'])}`
        : entry.slice(0, 2).join(' ')
    })

  test('of advanced mode let vendors be contacted before consent, and nothing be kept', async () => {
    const tab = await visit('/advanced')
    await expectAsked(SCRIPTS)
    await expectHits(WITHOUT_CONSENT)
    expect(await storage(tab)).toMatchObject({ cookie: '', local: [], session: [] })
    expect((await callsOf(tab, 'fbq'))[0]).toEqual(['consent', 'revoke'])
    expect((await callsOf(tab, 'ttq'))[0]).toEqual(['holdConsent'])
    expect((await layer(tab)).slice(0, 2)).toEqual(['consent default', 'set ads_data_redaction'])
    expect(
      await tab.evaluate(() => [...faults, ...heard.filter((is) => is.includes('-'))]),
    ).toEqual([])
  })

  test('of advanced mode grant what is held, then deny it and sweep, with no reload', async () => {
    const tab = await visit('/advanced')
    await expectHits(WITHOUT_CONSENT)
    await tab.click(button('notice.accept'))
    const sent = [
      'analytics.tiktok.com C4AB12CD34EF56GH78IJ Pageview',
      'www.facebook.com 123 PageView',
    ]
    await expectHits([...WITHOUT_CONSENT, ...sent])
    const cookies = ['cookie _clck', 'cookie _fbp', 'cookie _ttp']
    await expect.poll(() => storedNames(tab), SOON).toEqual(expect.arrayContaining(cookies))
    await tab.evaluate(() => kelisim.withdraw())
    for (const name of cookies) await expect.poll(() => storedNames(tab), SOON).not.toContain(name)
    const last = async (name: string) => (await callsOf(tab, name)).at(-1)
    expect(await last('fbq')).toEqual(['consent', 'revoke'])
    expect(await last('ttq')).toEqual(['revokeConsent'])
    expect(await last('clarity')).toMatchObject(['consentv2', { analytics_Storage: 'denied' }])
    expect(await tab.find(reloadOffer())).toBeNull()
    await expectAsked(SCRIPTS)
  })

  test('leave a default alone that the page has set itself', async () => {
    const tab = await visit('/by-hand')
    await expectHits(WITHOUT_CONSENT)
    await tab.click(button('notice.accept'))
    await expect
      .poll(async () => (await layer(tab)).filter((entry) => entry.startsWith('consent')), SOON)
      .toEqual(['consent default', 'consent update', 'consent update'])
  })

  test('of advanced mode drop what is held at a refusal', async () => {
    const tab = await visit('/advanced')
    await expectHits(WITHOUT_CONSENT)
    await tab.click(button('notice.reject'))
    await expect
      .poll(async () => (await callsOf(tab, 'ttq')).at(-1), SOON)
      .toEqual(['revokeConsent'])
    await expectHits(WITHOUT_CONSENT)
    expect(await storedNames(tab)).toEqual([])
  })

  test('of advanced mode are named to the visitor, and to whoever sets the page up', async () => {
    const tab = await visit('/dev')
    await expect
      .poll(() => tab.evaluate(() => heard.filter((is) => is === 'advanced-mode')), SOON)
      .toHaveLength(4)
    expect(await tab.evaluate(() => heard.filter((is) => is === 'not-held'))).toEqual([])
    await tab.click(button('notice.customise'))
    await tab.see(dialog())
    await unfoldAll(tab)
    const text = () => {
      const roots = [...document.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot)
      return roots.map((root) => root?.textContent ?? '').join()
    }
    await expect.poll(() => tab.evaluate(text), SOON).toContain('Сервис вызывается ещё до согласия')
  })

  test('tell a container what is granted, before it starts and as events', async () => {
    const tab = await visit('/container')
    expect(await traces(tab)).toEqual([])
    expect(askedOf(stage.site)).toEqual([])
    await tab.evaluate(() => kelisim.choose({ categories: { marketing: true } }))
    const fired = ['www.googletagmanager.com/gtag/destination', 'www.googletagmanager.com/gtm.js']
    await expectAsked(['pixel.example/pixel.js', ...fired])
    expect(await layer(tab)).toEqual(['consent default', 'event kelisim_consent', 'event gtm.js'])
    await tab.evaluate(() => kelisim.choose({ categories: { analytics: true } }))
    await expectAsked(['heatmap.example/map.js', 'pixel.example/pixel.js', ...fired])
    const [event] = (await callsOf(tab, 'dataLayer')).at(-1) ?? []
    expect(event).toEqual({
      event: 'kelisim_consent',
      kelisim: {
        categories: { necessary: true, functional: false, analytics: true, marketing: true },
        services: { 'google-tag-manager': true },
      },
    })
    await tab.evaluate(() => kelisim.withdraw())
    await expect
      .poll(async () => (await layer(tab)).slice(-2), SOON)
      .toEqual(['consent update', 'event kelisim_consent'])
    await tab.see(reloadOffer())
  })

  test('start a container before consent only where the owner says so', async () => {
    const tab = await visit('/early')
    await expectAsked([
      'www.googletagmanager.com/gtag/destination',
      'www.googletagmanager.com/gtm.js',
    ])
    await tab.evaluate(() => kelisim.choose({ categories: { analytics: true } }))
    await expect.poll(() => askedOf(stage.site), SOON).toContain('heatmap.example/map.js')
    expect(askedOf(stage.site)).not.toContain('pixel.example/pixel.js')
  })

  const callAll = () => {
    const vendors = globalThis as unknown as Record<string, (...call: unknown[]) => void>
    for (const name of ['first', 'second']) {
      vendors['ym']?.(12345678, 'reachGoal', name)
      vendors['gtag']?.('event', name)
      vendors['fbq']?.('track', name)
      Reflect.get(window, '_tmr').push({ id: '3141592', type: 'reachGoal', goal: name })
    }
  }

  test('wait where calls are buffered: in order after a grant, with nothing kept or sent before', async () => {
    const tab = await visit('/buffered')
    await expect.poll(() => traces(tab), SOON).toContain('_tmr')
    await tab.evaluate(callAll)
    expect([...askedOf(stage.site), ...hitsOf(stage.site)]).toEqual([])
    expect(await storage(tab)).toMatchObject({ cookie: '', local: [], session: [] })
    await tab.click(button('notice.accept'))
    await expect.poll(() => hitsOf(stage.site).length, SOON).toBe(12)
    // By what the vendors were told, because requests overtake each other.
    const told = async (name: string) =>
      (await callsOf(tab, name)).map((entry) => JSON.stringify(entry.at(-1)))
    const names = ['"first"', '"second"']
    expect((await told('ym')).slice(1)).toEqual(names)
    expect((await told('dataLayer')).slice(2)).toEqual(['"G-AB12"', ...names])
    expect((await told('fbq')).slice(2)).toEqual(['"PageView"', ...names])
    expect((await told('_tmr')).map((entry) => /first|second|pageView/.exec(entry)?.[0])).toEqual([
      'pageView',
      'first',
      'second',
    ])
  })

  test('are dropped where calls are buffered and refused, also by the next page', async () => {
    const tab = await visit('/buffered')
    await expect.poll(() => traces(tab), SOON).toContain('_tmr')
    await tab.evaluate(callAll)
    await tab.click(button('notice.reject'))
    await tab.seeNo(notice())
    await tab.reload()
    await expect.poll(() => traces(tab), SOON).toContain('_tmr')
    await tab.evaluate(callAll)
    await tab.evaluate(() => kelisim.acceptAll())
    await expect.poll(() => hitsOf(stage.site).length, SOON).toBe(4)
    await new Promise((done) => setTimeout(done, 200))
    expect(hitsOf(stage.site)).toHaveLength(4)
    expect(await tab.evaluate(() => faults)).toEqual([])
  })
})
