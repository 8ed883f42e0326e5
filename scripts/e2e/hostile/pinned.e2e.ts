import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { type BrowserFile, readBrowserFiles } from '../../release/browser-files.ts'
import { digest } from '../../release/digest.ts'
import { importMapElement } from '../../release/import-map.ts'
import { engines } from '../engines.ts'
import { runs } from '../pages/in-page.ts'
import { BUILT, contacted, openShop, RUNS, SHOP, shopPage } from '../pages/shop.ts'
import { button, notice } from '../pages/words.ts'
import { setStage } from '../stage.ts'

const files: readonly BrowserFile[] = await readBrowserFiles(`${BUILT}/`)
const tagOf = (name: string): string =>
  `<script src="/kelisim/${name}" data-policy-url="/privacy" crossorigin="anonymous"
    integrity="${digest('sha384', readFileSync(`${BUILT}/${name}`))}"></script>`
/** All that a page needs to take nothing but the very bytes of this release. */
const PINNED = importMapElement('/kelisim/', files) + tagOf('kelisim.js')
const changed = (name: string): string => `${readFileSync(`${BUILT}/${name}`, 'utf8')} `

describe.each(engines)('files that the page pins in %s', (engine) => {
  const stage = setStage(engine)

  beforeEach(() => {
    stage.site.clear()
    openShop(stage.site)
    stage.site.route(`${SHOP}/`, shopPage({ head: PINNED }))
    stage.site.route(`${SHOP}/full`, shopPage({ head: tagOf('kelisim.full.js') }))
  })

  test.each(['/', '/full'])('work as others do, on %s', async (path) => {
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}${path}`)
    await tab.click(button('notice.accept'))
    await expect.poll(() => runs(tab), { timeout: 5_000 }).toEqual(RUNS.all)
    expect(await tab.evaluate(() => [faults, heard])).toEqual([[], ['consent', 'change']])
  })

  test('work where the page lets no script run that is not pinned', async () => {
    const body = `<script type="text/plain" data-category="analytics">ran.push('inline')</script>`
    stage.site.route(`${SHOP}/`, {
      body: shopPage({ head: PINNED, body }),
      headers: { 'integrity-policy': 'blocked-destinations=(script)' },
    })
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`)
    await tab.click(button('notice.accept'))
    await expect.poll(() => runs(tab)).toEqual(['inline'])
    expect(await tab.evaluate(() => faults)).toEqual([])
  })

  test('are not run when one byte of them is another', async () => {
    stage.site.route(`${SHOP}/kelisim/notice.js`, changed('notice.js'))
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`)
    await tab.waitFor(() => heard.includes('load-failed'))
    expect(await tab.find(notice())).toBeNull()
    expect([await runs(tab), contacted(stage.site)]).toEqual([[], []])
  })

  test('leave everything inert when the one file is another', async () => {
    stage.site.route(`${SHOP}/kelisim/kelisim.full.js`, changed('kelisim.full.js'))
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/full`)
    expect(await tab.evaluate(() => 'kelisim' in window)).toBe(false)
    expect([await runs(tab), contacted(stage.site)]).toEqual([[], []])
  })
})
