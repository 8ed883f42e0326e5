import { beforeAll, describe, expect, test, vi } from 'vitest'
import { choiceCookie } from '../../../packages/kelisim/src/testing.ts'
import { engines } from '../engines.ts'
import { runs } from '../pages/in-page.ts'
import { contacted, FETCHES, openShop, OPTIONS, RUNS, SHOP, shopPage } from '../pages/shop.ts'
import { button, notice, reopenControl } from '../pages/words.ts'
import { setStage } from '../stage.ts'

const NAME = '__Host-kelisim'
const DAY_MS = 864e5

/** The value of a visitor who allowed everything, so many days ago and for so long. */
function grantedAt(daysAgo: number, expiresAfterDays = 365): string {
  const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() - daysAgo * DAY_MS)
  try {
    return choiceCookie({ ...OPTIONS, cookie: { expiresAfterDays } }, 'all', SHOP).value
  } finally {
    now.mockRestore()
  }
}

describe.each(engines)('a kept choice in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openShop(stage.site)
    const held = `<script type="text/plain" data-category="analytics">
      ran.push(document.querySelector('kelisim-reopen') ? 'drawn before' : 'not drawn')
    </script>`
    stage.site.route(`${SHOP}/drawn`, shopPage({ body: held }))
  })

  const visitWith = async (value: string) => {
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/privacy`)
    await tab.setCookie({ name: NAME, value })
    await tab.goto(`${SHOP}/`)
    return tab
  }

  test('is not asked for again while it holds', async () => {
    const tab = await visitWith(choiceCookie(OPTIONS, ['analytics'], SHOP).value)
    await tab.see(reopenControl())
    await expect.poll(() => runs(tab)).toEqual(RUNS.analytics)
    expect(await tab.find(notice())).toBeNull()
    expect(await tab.evaluate(() => kelisim.$status.get())).toBe('decided')

    await tab.setCookie({ name: NAME, value: grantedAt(364) })
    await tab.reload()
    await expect.poll(() => runs(tab)).toEqual(RUNS.all)
    expect(await tab.find(notice())).toBeNull()
  })

  test('lets run what it allows before anything is drawn', async () => {
    const tab = await visitWith(choiceCookie(OPTIONS, 'all', SHOP).value)
    await tab.goto(`${SHOP}/drawn`)
    await tab.see(reopenControl())
    expect(await runs(tab)).toEqual(['not drawn'])
  })

  test('is asked for again when it is over, comes from the future, or was damaged', async () => {
    const granted = grantedAt(1)
    const bad = [
      grantedAt(365),
      grantedAt(8, 7),
      grantedAt(-2),
      granted.replace('1', '2'),
      granted.replace(/.(?=.{30}$)/, (found) => (found === '0' ? '1' : '0')),
      granted.slice(0, -1),
      'true',
    ]
    const tab = await visitWith(granted)
    await expect.poll(() => contacted(stage.site)).toEqual(FETCHES)
    stage.site.forgetRequests()
    for (const value of bad) {
      await tab.setCookie({ name: NAME, value })
      await tab.reload()
      await tab.see(notice())
      expect([value, await runs(tab), contacted(stage.site)]).toEqual([value, [], []])
      expect(await tab.evaluate(() => faults)).toEqual([])
    }
    await tab.click(button('notice.accept'))
    await expect.poll(() => runs(tab)).not.toEqual([])
    await tab.reload()
    await tab.see(reopenControl())
    expect(await tab.find(notice())).toBeNull()
  })
})
