import { beforeAll, describe, expect, test } from 'vitest'
import { quickEngines } from '../engines.ts'
import '../pages/in-page.ts'
import { openShop, SHOP, shopPage } from '../pages/shop.ts'
import { storedNames } from '../pages/storage.ts'
import { button, notice, toggle } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import { askedOf, openVendors } from './vendors.ts'

const METRIKA = 'mc.yandex.ru/metrika/tag.js'
const GTAG = 'www.googletagmanager.com/gtag/js'
const TAGS = 'data-yandex-metrika="12345678" data-ga4="G-AB12" data-youtube'
const REASON = 'Notice to Roskomnadzor of 2026-10-01'
const SOON = { timeout: 5_000 }

// Held in an allowed category, and yet of services that the profile leaves out; the video by its address.
const HELD = `<script type="text/plain" data-category="analytics" data-service="ga4">ran.push('ga4')</script>
<script type="text/plain" data-category="analytics" data-service="own">ran.push('own')</script>
<script type="text/plain" data-category="analytics">ran.push('count')</script>
<iframe data-category="functional" data-kelisim-src="https://www.youtube.com/embed/x" width="320" height="180"></iframe>`

const page = (attributes: string, config: object = {}, file = 'kelisim.js') =>
  shopPage({
    head: `<script>document.cookie = '_ga=old; path=/; max-age=1000'</script>
<script src="/kelisim/${file}" data-policy-url="/privacy" ${attributes}></script>
<script type="application/json" data-kelisim-config>${JSON.stringify(config)}</script>`,
    body: HELD,
  })
const OWN = { services: [{ id: 'own', category: 'analytics', country: 'DE' }] }

describe.each(quickEngines)('the profile RU in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openShop(stage.site)
    openVendors(stage.site)
    stage.site.route(`${SHOP}/`, page(`data-profile="RU" ${TAGS}`, OWN))
    stage.site.route(`${SHOP}/json`, page(TAGS, { profile: 'RU', ...OWN }))
    stage.site.route(
      `${SHOP}/reason`,
      page(`data-profile="RU" ${TAGS} data-ga4-cross-border-reason="${REASON}"`, OWN),
    )
    stage.site.route(
      `${SHOP}/dev`,
      page(
        `data-profile="RU" ${TAGS} data-operator-name="ООО «Пример»"
      data-operator-inn="1234567890" data-operator-email="a@example.ru"`,
        OWN,
        'kelisim.dev.js',
      ),
    )
  })

  const visit = async (path: string) => {
    const tab = await stage.newTab()
    await tab.goto(SHOP + path)
    await tab.see(notice())
    return tab
  }

  test.each(['/', '/json'])(
    'asks about no service abroad, loads none and opens none: %s',
    async (path) => {
      const tab = await visit(path)
      await tab.click(button('notice.customise'))
      await tab.see(toggle('analytics'))
      const names = await tab.evaluate(() => {
        const root = document.querySelector('kelisim-view')?.shadowRoot
        return [...(root?.querySelectorAll('dialog h4') ?? [])].map((each) => each.textContent)
      })
      expect(names).toEqual(['Yandex Metrika'])
      await tab.click(button('preferences.accept'))
      await expect.poll(() => askedOf(stage.site), SOON).toEqual([METRIKA])
      await expect.poll(() => tab.evaluate(() => ran)).toEqual(['count'])
      const offered = await tab.evaluate(() => {
        const root = document.querySelector('kelisim-placeholder')?.shadowRoot
        return [root?.querySelectorAll('button').length, root?.querySelector('a')?.host]
      })
      expect(offered).toEqual([0, 'www.youtube.com'])
      // What such a service left before is swept, as if it had been refused.
      await expect.poll(() => storedNames(tab)).not.toContain('cookie _ga')
      const accepted = () => ['ga4', 'own', 'youtube'].map((id) => kelisim.acceptedService(id))
      expect(await tab.evaluate(accepted)).toEqual([false, false, false])

      // Nor by name.
      await tab.evaluate(() => kelisim.accept({ services: ['ga4', 'youtube'] }))
      await tab.reload()
      await expect.poll(() => tab.evaluate(() => ran)).toEqual(['count'])
      expect(await tab.evaluate(accepted)).toEqual([false, false, false])
      expect(
        await tab.evaluate(() => document.querySelector('iframe')?.getAttribute('src') ?? ''),
      ).toBe('')
      expect(new Set(askedOf(stage.site))).toEqual(new Set([METRIKA]))
      expect(await tab.evaluate(() => faults)).toEqual([])
    },
  )

  test('asks about a service abroad for which the owner gives a reason, and keeps the reason', async () => {
    const tab = await visit('/reason')
    expect(await tab.see(notice())).toBeTruthy()
    const said = await tab.evaluate(
      () => document.querySelector('kelisim-view')?.shadowRoot?.textContent,
    )
    expect(said).toContain('Часть данных передаётся за пределы России.')
    await tab.click(button('notice.accept'))
    await expect.poll(() => askedOf(stage.site), SOON).toEqual([METRIKA, GTAG])
    const [record] = await tab.evaluate(() => kelisim.records())
    expect(record).toMatchObject({ profile: 'RU', gpc: false })
    expect(record?.recipients).toEqual([
      {
        service: 'yandex-metrika',
        vendor: 'Yandex',
        countries: ['RU'],
        crossBorder: false,
        legalBasis: 'consent',
      },
      {
        service: 'ga4',
        vendor: 'Google',
        countries: ['US', 'IE'],
        crossBorder: true,
        crossBorderReason: REASON,
        legalBasis: 'consent',
      },
    ])
  })

  test('tells whoever sets it up that nobody is named who asks', async () => {
    stage.site.route(`${SHOP}/nobody`, page('', {}, 'kelisim.dev.js'))
    const tab = await visit('/nobody')
    await expect.poll(() => tab.evaluate(() => heard), SOON).toContain('no-operator')
  })

  test('tells whoever sets it up what was left out', async () => {
    const tab = await visit('/dev')
    await expect
      .poll(() => tab.evaluate(() => heard.filter((code) => code === 'left-out')), SOON)
      .toHaveLength(3)
    expect(await tab.evaluate(() => faults)).toEqual([])
  })
})
