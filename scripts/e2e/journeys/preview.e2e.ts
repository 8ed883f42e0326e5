import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { runs, storage } from '../pages/in-page.ts'
import { contacted, openShop, SHOP, shopPage, TAG } from '../pages/shop.ts'
import { button, dialog, notice, reopenControl, toggle } from '../pages/words.ts'
import { setStage } from '../stage.ts'

const NOTHING = { cookie: '', local: [], session: [], databases: 0, caches: 0 }

describe.each(engines)('a preview in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => openShop(stage.site))

  test('can be answered and changed, and keeps, runs and contacts nothing', async () => {
    const head = TAG.replace('<script ', '<script data-preview="true" ')
    stage.site.route(`${SHOP}/preview`, shopPage({ head }))
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/preview`)
    await tab.click(button('notice.accept'))
    await tab.seeNo(notice())
    await tab.click(reopenControl())
    await tab.see(dialog())
    expect(await tab.see(toggle('analytics'))).toMatchObject({ checked: true })
    await tab.click(button('preferences.reject'))
    await tab.see(reopenControl())
    expect(await tab.evaluate(() => kelisim.$decision.get()?.categories)).toEqual({
      functional: false,
      analytics: false,
      marketing: false,
    })
    expect([await storage(tab), await runs(tab), contacted(stage.site)]).toEqual([NOTHING, [], []])
    await tab.reload()
    await tab.see(notice())
  })

  test('opens nothing to a visitor who has agreed on the page itself', async () => {
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`)
    await tab.click(button('notice.accept'))
    await tab.seeNo(notice())
    const head = TAG.replace('<script ', '<script data-preview="true" ')
    stage.site.route(`${SHOP}/preview`, shopPage({ head }))
    await tab.goto(`${SHOP}/preview`)
    await tab.see(notice())
    expect(await runs(tab)).toEqual([])
  })
})
