import { readdirSync, readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { version } from '../../../packages/kelisim/package.json' with { type: 'json' }
import { engines } from '../engines.ts'
import { runs } from '../pages/in-page.ts'
import { BUILT, contacted, openShop, RUNS, SHOP, shopPage } from '../pages/shop.ts'
import { button, notice, reopenControl } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'

const NAMES = readdirSync(BUILT).filter((name) => name.endsWith('.js'))
/** A file as another release has it: the same, but for the version that it names. */
const ofOther = (name: string): string =>
  readFileSync(`${BUILT}/${name}`, 'utf8').replaceAll(`"${version}"`, '"9.9.9"')

describe.each(engines)('files of two releases in %s', (engine) => {
  const stage = setStage(engine)

  beforeEach(() => {
    stage.site.clear()
    openShop(stage.site)
    for (const name of NAMES) stage.site.route(`${SHOP}/other/${name}`, ofOther(name))
    const head = '<script src="/other/kelisim.js" data-policy-url="/privacy"></script>'
    stage.site.route(`${SHOP}/upgraded`, shopPage({ head }))
  })

  /** Puts a file of the other release where this one's is, as a cache or a half-done upload would. */
  const mix = (name: string) => stage.site.route(`${SHOP}/kelisim/${name}`, ofOther(name))
  const told = (tab: Tab) =>
    tab.evaluate(async () => {
      const found: string[] = []
      kelisim.onError(({ code, cause }) =>
        found.push(`${code} ${(cause as { code?: string } | undefined)?.code}`),
      )()
      return found
    })

  test('never ask together', async () => {
    const undo = mix('notice.js')
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`)
    await tab.waitFor(() => heard.includes('load-failed'))
    expect(await told(tab)).toEqual(['load-failed version-mismatch'])
    expect([await tab.find(notice()), await runs(tab), contacted(stage.site)]).toEqual([
      null,
      [],
      [],
    ])
    // By the time the visitor asks for it, the folder is whole.
    undo()
    await tab.click(reopenControl())
    await tab.click(button('preferences.accept'))
    await expect.poll(() => runs(tab), { timeout: 5_000 }).toEqual(RUNS.all)
  })

  test('never let anything run together', async () => {
    const visitor = await stage.newVisitor()
    const tab = await visitor.newTab()
    await tab.goto(`${SHOP}/`)
    await tab.click(button('notice.accept'))
    await expect.poll(() => runs(tab), { timeout: 5_000 }).toEqual(RUNS.all)
    stage.site.forgetRequests()
    mix('gate.js')
    await tab.reload()
    await tab.waitFor(() => heard.includes('load-failed'))
    expect(await told(tab)).toEqual(['load-failed version-mismatch'])
    expect([await runs(tab), contacted(stage.site)]).toEqual([[], []])
    expect(await tab.find(notice())).toBeNull()
  })

  test('keep the choice through an upgrade and back', async () => {
    const visitor = await stage.newVisitor()
    const tab = await visitor.newTab()
    await tab.goto(`${SHOP}/`)
    await tab.click(button('notice.accept'))
    await tab.seeNo(notice())
    for (const path of ['/upgraded', '/', '/upgraded']) {
      await tab.goto(`${SHOP}${path}`)
      await expect.poll(() => runs(tab), { timeout: 5_000 }).toEqual(RUNS.all)
      expect([await tab.find(notice()), await tab.evaluate(() => faults)]).toEqual([null, []])
    }
    await tab.evaluate(() => kelisim.rejectAll())
    await tab.goto(`${SHOP}/`)
    await tab.see(reopenControl())
    expect([await tab.find(notice()), await runs(tab)]).toEqual([null, []])
  })
})
