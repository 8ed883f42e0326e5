import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { runs } from '../pages/in-page.ts'
import { contacted, FETCHES, GATED, openShop, RUNS, SHOP, shopPage } from '../pages/shop.ts'
import { button, notice, reopenControl } from '../pages/words.ts'
import { setStage } from '../stage.ts'

describe.each(engines)('coming back in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openShop(stage.site)
    const body = '<h1>Account</h1><button data-kelisim="withdraw">Forget me</button>'
    stage.site.route(`${SHOP}/account`, shopPage({ body }))
  })

  // With the first header browsers may keep the page as it is, with the second they load it anew.
  test.each(['no-cache', 'no-store'])(
    'finds nothing open that was withdrawn on the next page (%s)',
    async (caching) => {
      const address = `${SHOP}/${caching}`
      const body = `<a href="/account">Account</a>${GATED}`
      stage.site.route(address, { headers: { 'cache-control': caching }, body: shopPage({ body }) })
      const tab = await stage.newTab()
      await tab.goto(address)
      await tab.click(button('notice.accept'))
      await expect.poll(() => runs(tab), { timeout: 5_000 }).toEqual(RUNS.all)
      await expect.poll(() => contacted(stage.site)).toEqual(FETCHES)
      await tab.click({ role: 'link', name: 'Account' })
      await tab.see({ role: 'heading', name: 'Account' })
      await tab.click({ role: 'button', name: 'Forget me' })
      await tab.waitFor(() => kelisim.$decision.get()?.categories['analytics'] === false)
      stage.site.forgetRequests()

      await tab.back()
      await tab.waitFor(() => kelisim.$decision.get()?.categories['analytics'] === false)
      // What has run still runs in a page that was kept, so that one must offer a reload.
      const isHonest = async () =>
        (await runs(tab)).length === 0 || Boolean(await tab.find(button('reload.now')))
      await expect.poll(isHonest).toBe(true)
      expect(await tab.find('#ad')).toBeNull()
      expect(await tab.find(notice())).toBeNull()
      const source = () => document.querySelector('iframe')?.getAttribute('src') ?? null
      expect(await tab.evaluate(source)).toBeNull()
      expect(contacted(stage.site)).toEqual([])
      expect(await tab.evaluate(() => faults)).toEqual([])
    },
  )

  test('finds an answer that was given on the page after', async () => {
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`)
    await tab.see(notice())
    await tab.goto(`${SHOP}/account`)
    await tab.click(button('notice.accept'))
    await tab.see(reopenControl())
    await tab.back()
    await expect.poll(() => runs(tab), { timeout: 5_000 }).toEqual(RUNS.all)
    await tab.seeNo(notice())
    await tab.see(reopenControl())
    expect(await tab.evaluate(() => faults)).toEqual([])
  })
})
