import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { runs } from '../pages/in-page.ts'
import { BUILT, openShop, RUNS, SHOP, shopPage, TAG } from '../pages/shop.ts'
import { button, dialog, notice, reopenControl, toggle } from '../pages/words.ts'
import { setStage } from '../stage.ts'

// As a browser does that was told to keep nothing.
const KEEPS_NOTHING = `<script>
  Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set() {} })
</script>`

describe.each(engines)('blocked storage in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openShop(stage.site)
    stage.site.route(`${SHOP}/keeps-nothing`, shopPage({ head: KEEPS_NOTHING + TAG }))
    // An origin of its own: cookies, localStorage and BroadcastChannel throw or lead nowhere.
    stage.site.route(`${SHOP}/sandbox`, {
      headers: { 'content-security-policy': 'sandbox allow-scripts' },
      body: shopPage(),
    })
  })

  test.each(['/keeps-nothing', '/sandbox'])(
    'lets the choice hold for the page, says so, and asks on the next: %s',
    async (path) => {
      const tab = await stage.newTab()
      await tab.goto(SHOP + path)
      await tab.see(notice())
      await tab.click(button('notice.customise'))
      await tab.click(toggle('analytics'))
      await tab.click(button('preferences.save'))
      await tab.seeNo(dialog())
      await expect.poll(() => runs(tab), { timeout: 5_000 }).toEqual(RUNS.analytics)
      await tab.waitFor(() => heard.includes('storage-blocked'))
      expect(await tab.find(notice())).toBeNull()
      expect(await tab.evaluate(() => [kelisim.$status.get(), faults])).toEqual(['decided', []])

      // Coming back to the tab or a message from another must not lose it.
      await tab.evaluate(() => {
        document.dispatchEvent(new Event('visibilitychange'))
        dispatchEvent(new PageTransitionEvent('pageshow'))
      })
      expect(await tab.find(notice())).toBeNull()
      await tab.click(reopenControl())
      await tab.click(button('preferences.reject'))
      await tab.see(button('reload.later'))
      expect(await tab.evaluate(() => kelisim.acceptedCategory('analytics'))).toBe(false)

      await tab.reload()
      await tab.see(notice())
      expect(await runs(tab)).toEqual([])
      expect(await tab.evaluate(() => faults)).toEqual([])
    },
  )

  test('is not a plain http page, where the cookie has a plain name and a warning', async () => {
    const plain = 'http://shop.example.com.kz'
    stage.site.directory(`${plain}/kelisim/`, BUILT)
    stage.site.route(`${plain}/`, shopPage())
    const tab = await stage.newTab()
    await tab.goto(`${plain}/`)
    await tab.click(button('notice.reject'))
    await tab.seeNo(notice())
    await tab.waitFor(() => heard.includes('plain-http'))
    expect(await tab.cookies()).toMatchObject([{ name: 'kelisim', secure: false }])
    await tab.reload()
    await tab.see(reopenControl())
    expect(await tab.find(notice())).toBeNull()
    expect(await tab.evaluate(() => faults)).toEqual([])
  })
})
