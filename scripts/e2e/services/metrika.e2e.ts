import { beforeAll, describe, expect, test } from 'vitest'
import { quickEngines } from '../engines.ts'
import '../pages/in-page.ts'
import { openShop, SHOP, shopPage } from '../pages/shop.ts'
import { storedNames } from '../pages/storage.ts'
import { button } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import { openVendors } from './vendors.ts'

const SOON = { timeout: 5_000 }
const TAG = '<script src="/kelisim/kelisim.js" data-yandex-metrika="12345678"></script>'

describe.each(quickEngines)('Metrika in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openShop(stage.site)
    openVendors(stage.site)
    stage.site.route(`${SHOP}/`, shopPage({ head: TAG, body: '' }))
  })

  test('leaves nothing behind to make its id of again', async () => {
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`)
    const id = () => tab.evaluate(() => /_ym_uid=(\d+)/.exec(document.cookie)?.[1])
    await tab.click(button('notice.accept'))
    await expect.poll(id, SOON).toMatch(/./)
    const first = await id()
    // A cookie alone is made anew from local storage.
    await tab.evaluate(() => {
      document.cookie = '_ym_uid=; Path=/; Domain=example.com.kz; Max-Age=0'
    })
    expect(await id()).toBeUndefined()
    await tab.reload()
    await expect.poll(id, SOON).toBe(first)

    await tab.evaluate(() => kelisim.withdraw())
    await expect
      .poll(async () => (await storedNames(tab)).filter((name) => name.includes('_ym')), SOON)
      .toEqual([])
    // Its flag is heeded by counters that are still to be made.
    await tab.evaluate(() => Reflect.get(window, 'ym')(12345678, 'init', {}))
    expect(await id()).toBeUndefined()
    await tab.evaluate(() => kelisim.acceptAll())
    await expect.poll(id, SOON).toMatch(/./)
    expect(await id()).not.toBe(first)
  })
})
