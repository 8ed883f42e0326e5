import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { recordedEvents, runs } from '../pages/in-page.ts'
import { contacted, GATED, openShop, RUNS, SHOP, shopPage } from '../pages/shop.ts'
import { button, dialog, notice, reopenControl, toggle } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'

const CONTROLS = `<p>
  <a href="/privacy" data-kelisim="preferences">Cookies <b>here</b></a>
  <button data-kelisim="reject-all">Refuse</button>
  <button data-kelisim="withdraw">Withdraw</button>
  <button data-kelisim="accept-all">Agree</button>
  <a href="#kelisim-preferences">Settings</a>
</p>`

describe.each(engines)('controls in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openShop(stage.site)
    stage.site.route(`${SHOP}/controls`, shopPage({ body: CONTROLS + GATED }))
  })

  const visit = async (path = '/controls') => {
    const tab = await stage.newTab()
    await tab.goto(SHOP + path)
    await tab.see(notice())
    return tab
  }
  const expectRuns = (tab: Tab, expected: readonly string[]) =>
    expect.poll(() => runs(tab), { timeout: 5_000 }).toEqual(expected)
  // What a script of the page can do to a control of ours: open shadow roots are open to it.
  const clickByScript = (tab: Tab, name: string) =>
    tab.evaluate((wanted) => {
      const root = document.querySelector('kelisim-view')?.shadowRoot
      const controls = [...(root?.querySelectorAll<HTMLElement>('button, input') ?? [])]
      const named = (control: HTMLElement) =>
        (control.getAttribute('aria-label') ?? control.textContent) === wanted
      controls.find(named)?.click()
      return controls.some(named)
    }, name)

  test('of the page open the preferences, refuse and withdraw, and cannot grant', async () => {
    const tab = await visit()
    await tab.click({ role: 'button', name: 'Agree' })
    await tab.click({ role: 'link', name: 'Cookies here' })
    await tab.see(dialog())
    expect(await tab.url()).toBe(`${SHOP}/controls`)
    await tab.click(button('preferences.close'))
    await tab.seeNo(dialog())
    expect(await tab.focused()).toMatchObject({ role: 'link', name: 'Cookies here' })
    expect(await tab.evaluate(() => kelisim.$decision.get())).toBeNull()
    expect(contacted(stage.site)).toEqual([])

    await tab.click({ role: 'button', name: 'Refuse' })
    await tab.waitFor(() => kelisim.$status.get() === 'decided')
    await tab.evaluate(() => kelisim.acceptAll())
    await expectRuns(tab, RUNS.all)
    await tab.evaluate(() => {
      const late = document.createElement('span')
      late.dataset['kelisim'] = 'withdraw'
      late.setAttribute('role', 'button')
      late.textContent = 'Forget me'
      document.body.prepend(late)
    })
    await tab.click({ role: 'button', name: 'Forget me' })
    await tab.see(button('reload.later'))
    expect(await tab.evaluate(() => kelisim.acceptedCategory('analytics'))).toBe(false)
    await expect
      .poll(() => recordedEvents(tab))
      .toEqual([
        'refused click reject-all nothing',
        'changed api api functional+analytics+marketing',
        'withdrawn click withdraw nothing',
      ])
    expect(await tab.evaluate(() => faults)).toEqual([])
  })

  test('in the address open the preferences, on arrival and later', async () => {
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/controls#kelisim-preferences`)
    await tab.see(dialog())
    await tab.press('Escape')
    await tab.seeNo(dialog())
    await tab.goto(`${SHOP}/controls`)
    await tab.click({ role: 'link', name: 'Settings' })
    await tab.see(dialog())
    expect(await tab.evaluate(() => kelisim.$decision.get())).toBeNull()
    expect(await runs(tab)).toEqual([])
  })

  test('pressed by a script grant nothing, neither at once nor by a later save', async () => {
    const tab = await visit()
    expect(await clickByScript(tab, button('notice.accept').name)).toBe(true)
    await tab.click(button('notice.customise'))
    await tab.see(dialog())
    expect(await clickByScript(tab, toggle('marketing').name)).toBe(true)
    expect(await tab.see(toggle('marketing'))).toMatchObject({ checked: false })
    expect(await clickByScript(tab, button('preferences.accept').name)).toBe(true)
    expect(await tab.evaluate(() => kelisim.$decision.get())).toBeNull()
    await tab.click(toggle('analytics'))
    await tab.click(button('preferences.save'))
    await expectRuns(tab, RUNS.analytics)
    expect(await tab.evaluate(() => faults)).toEqual([])
  })

  test('pressed by a tool refuse, and the record says so', async () => {
    const tab = await visit()
    expect(await clickByScript(tab, button('notice.reject').name)).toBe(true)
    await tab.seeNo(notice())
    await tab.see(reopenControl())
    await expect.poll(() => recordedEvents(tab)).toEqual(['refused tool reject-all nothing'])
    await tab.reload()
    await tab.see(reopenControl())
    expect(await runs(tab)).toEqual([])
  })
})
