import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { quickEngines } from '../engines.ts'
import { recordedEvents, storage } from '../pages/in-page.ts'
import { BUILT, fetchedFiles, openShop, SHOP, shopPage } from '../pages/shop.ts'
import { button, dialog, notice, reloadOffer, reopenControl, toggle } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import { askedOf, callsOf, openVendors, traces } from './vendors.ts'

const THREE = 'data-yandex-metrika="12345678" data-ga4="G-AB12" data-meta-pixel="123"'
const SIX = `${THREE} data-vk-ads="3141592" data-tiktok-pixel="C4AB12CD34EF56GH78IJ"
  data-microsoft-clarity="ab12cd34ef"`
const METRIKA = 'mc.yandex.ru/metrika/tag.js'
const GTAG = 'www.googletagmanager.com/gtag/js'
const META = 'connect.facebook.net/en_US/fbevents.js'
const SOON = { timeout: 5_000 }

const page = (attributes: string, file = 'kelisim.js', more = '') =>
  shopPage({
    head: `<script src="/kelisim/${file}" data-policy-url="/privacy" ${attributes}></script>${more}`,
    body: '',
  })

const consentMode = (...granted: readonly string[]) => {
  const value = (category: string) => (granted.includes(category) ? 'granted' : 'denied')
  return {
    ad_storage: value('marketing'),
    ad_user_data: value('marketing'),
    ad_personalization: value('marketing'),
    analytics_storage: value('analytics'),
    functionality_storage: value('functional'),
    personalization_storage: value('functional'),
    security_storage: 'granted',
  }
}

describe.each(quickEngines)('services by attributes in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openShop(stage.site)
    openVendors(stage.site)
    stage.site.route(`${SHOP}/`, page(THREE))
    stage.site.route(`${SHOP}/six`, page(SIX))
    stage.site.route(`${SHOP}/full`, page(THREE, 'kelisim.full.js'))
  })

  const visit = async (path = '/') => {
    const tab = await stage.newTab()
    await tab.goto(SHOP + path)
    await tab.see(notice())
    return tab
  }
  const expectAsked = (expected: readonly string[]) =>
    expect.poll(() => askedOf(stage.site), SOON).toEqual(expected)
  const problems = (tab: Tab) =>
    tab.evaluate(() => [...faults, ...heard.filter((is) => is.includes('-'))])

  test('leave no request, no global and no cookie before the choice', async () => {
    const tab = await visit()
    await tab.press('Tab', 'Escape')
    await new Promise((done) => setTimeout(done, 300))
    expect(askedOf(stage.site)).toEqual([])
    expect(await traces(tab)).toEqual([])
    expect(await storage(tab)).toMatchObject({ cookie: '', local: [], session: [] })
    expect(await problems(tab)).toEqual([])
  })

  test('load once when accepted, with the calls of each vendor in its order', async () => {
    const tab = await visit()
    await tab.click(button('notice.accept'))
    await expectAsked([META, METRIKA, GTAG])
    await expect.poll(() => callsOf(tab, 'dataLayer'), SOON).toHaveLength(3)
    const [first, js, config] = await callsOf(tab, 'dataLayer')
    expect(first).toEqual([
      'consent',
      'default',
      consentMode('functional', 'analytics', 'marketing'),
    ])
    expect([js?.[0], config]).toEqual(['js', ['config', 'G-AB12']])
    await expect
      .poll(() => callsOf(tab, 'fbq'), SOON)
      .toEqual([
        ['consent', 'grant'],
        ['init', '123'],
        ['track', 'PageView'],
      ])
    await expect
      .poll(() => callsOf(tab, 'ym'), SOON)
      .toMatchObject([[12345678, 'init', { clickmap: true, webvisor: false }]])
    expect(await problems(tab)).toEqual([])
  })

  test('load where there are six, each once', async () => {
    const tab = await visit('/six')
    await tab.click(button('notice.accept'))
    await expectAsked([
      'analytics.tiktok.com/i18n/pixel/events.js',
      META,
      METRIKA,
      'privacy-cs.mail.ru/static/sync-loader.js',
      'top-fwz1.mail.ru/js/code.js',
      'www.clarity.ms/tag/ab12cd34ef',
      GTAG,
    ])
    await expect.poll(() => callsOf(tab, 'ttq'), SOON).toEqual([['grantConsent'], ['page']])
    await expect
      .poll(() => callsOf(tab, '_tmr'), SOON)
      .toMatchObject([[{ id: '3141592', type: 'pageView' }]])
    await expect
      .poll(() => callsOf(tab, 'clarity'), SOON)
      .toEqual([['consentv2', { ad_Storage: 'granted', analytics_Storage: 'granted' }]])
  })

  test('stay away by category: analytics refused, marketing accepted', async () => {
    const tab = await visit()
    await tab.click(button('notice.customise'))
    await tab.see(dialog())
    await tab.click(toggle('marketing'))
    await tab.click(button('preferences.save'))
    await expectAsked([META])
    expect(await traces(tab)).toEqual(['fbq', '_fbq'])
  })

  test('are told of later answers, and stopped by a withdrawal', async () => {
    const tab = await visit('/six')
    await tab.evaluate(() => kelisim.choose({ categories: { analytics: true } }))
    await expect.poll(() => callsOf(tab, 'dataLayer'), SOON).toHaveLength(3)
    await tab.evaluate(() => kelisim.choose({ categories: { marketing: true } }))
    await expect
      .poll(async () => (await callsOf(tab, 'dataLayer')).at(-1), SOON)
      .toEqual(['consent', 'update', consentMode('analytics', 'marketing')])
    await expect.poll(() => callsOf(tab, 'ttq'), SOON).toHaveLength(2)
    await expect.poll(() => callsOf(tab, 'fbq'), SOON).toHaveLength(3)

    await tab.evaluate(() => kelisim.withdraw())
    const last = async (name: string) => (await callsOf(tab, name)).at(-1)
    await expect.poll(() => last('dataLayer'), SOON).toEqual(['consent', 'update', consentMode()])
    expect(await last('ym')).toEqual([12345678, 'destruct'])
    expect(await last('fbq')).toEqual(['consent', 'revoke'])
    expect(await last('ttq')).toEqual(['revokeConsent'])
    expect(await last('clarity')).toEqual(['stop'])
    expect(
      await tab.evaluate(() => [
        Reflect.get(window, 'disableYaCounter12345678'),
        Reflect.get(window, 'ga-disable-G-AB12'),
      ]),
    ).toEqual([true, true])
    // What a vendor gives no call for ends with the page.
    await tab.see(reloadOffer())
  })

  test('load again on the next page, which asks nothing', async () => {
    const tab = await visit()
    await tab.click(button('notice.accept'))
    await expectAsked([META, METRIKA, GTAG])
    await expect.poll(() => callsOf(tab, 'ym'), SOON).toHaveLength(1)
    stage.site.forgetRequests()
    await tab.goto(`${SHOP}/`)
    await tab.see(reopenControl())
    await expectAsked([META, METRIKA, GTAG])
    expect(await tab.find(notice())).toBeNull()
    expect(fetchedFiles(stage.site).filter((name) => name.startsWith('notice'))).not.toContain(
      'notice.js',
    )
  })

  test('of a refusal cost the next page their data and the sweep, and contact nobody', async () => {
    const tab = await visit()
    await tab.click(button('notice.reject'))
    await expect.poll(() => recordedEvents(tab)).toHaveLength(1)
    stage.site.forgetRequests()
    await tab.goto(`${SHOP}/`)
    await tab.see(reopenControl())
    await expect
      .poll(() => fetchedFiles(stage.site).sort())
      .toEqual([
        'gate.js',
        'kelisim.js',
        'presets.js',
        'service-ga4.js',
        'service-meta-pixel.js',
        'service-yandex-metrika.js',
        'sweep.js',
      ])
    expect(askedOf(stage.site)).toEqual([])
  })

  test('work with the variant in one file', async () => {
    const tab = await visit('/full')
    await tab.click(button('notice.accept'))
    await expectAsked([META, METRIKA, GTAG])
    expect(await problems(tab)).toEqual([])
  })

  test('are fetched ahead by the snippet, each file once', async () => {
    const { site } = stage
    site.directory(`${SHOP}/cached/`, BUILT, { 'cache-control': 'public, max-age=31536000' })
    const snippet = `<script>${readFileSync(`${BUILT}/snippet.js`, 'utf8')}</script>`
    const attributes = `async data-vk-ads="1" data-vk-ads-privacy-url="https://vk.example/p"
      data-2gis data-2gis-privacy-url="https://2gis.example/p"`
    const body = page(attributes, 'kelisim.js', snippet).replace('/kelisim/', '/cached/')
    site.route(`${SHOP}/ahead`, body)
    await visit('/ahead')
    const files = site
      .requests()
      .map(({ url }) => url.pathname)
      .filter((path) => /presets|service-/.test(path))
    expect(files.sort()).toEqual([
      '/cached/presets.js',
      '/cached/service-2gis.js',
      '/cached/service-vk-ads.js',
    ])
  })

  test('say what to repair in an attribute, and the others go on', async () => {
    stage.site.route(
      `${SHOP}/wrong`,
      page(
        'data-ga4="UA-1" data-rutube data-meta-pixel="123" data-yandex-metrica="1"',
        'kelisim.js',
        `<script>
        var told = []
        addEventListener('kelisim:error', ({ detail }) => told.push(detail.message))
      </script>`,
      ),
    )
    const tab = await visit('/wrong')
    expect(await tab.evaluate(() => Reflect.get(window, 'told') as string[])).toEqual([
      '[kelisim] bad-option: data-yandex-metrica: there is no such attribute; write data-yandex-metrika.',
      '[kelisim] bad-option: data-ga4="UA-1": a measurement id is like G-AB12CD34EF.',
      '[kelisim] bad-option: data-rutube="": data-rutube-privacy-url is missing; give the address of its policy.',
    ])
    await tab.click(button('notice.accept'))
    await expectAsked([META])
  })

  test('go before services that the page pushes', async () => {
    const push = `<script>
      if (!window.kelisim?.push) window.kelisim = []
      kelisim.push({ services: [{ id: 'own', category: 'analytics', load: () => ran.push('own') }] })
    </script>`
    stage.site.route(`${SHOP}/own`, page('data-meta-pixel="123"', 'kelisim.js', push))
    const tab = await visit('/own')
    await tab.click(button('notice.accept'))
    await expectAsked([META])
    await expect.poll(() => tab.evaluate(() => ran), SOON).toEqual(['own'])
  })
})
