import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { recordedEvents, runs } from '../pages/in-page.ts'
import { contacted, FETCHES, openShop, RUNS, SHOP, shopPage, TRACKER } from '../pages/shop.ts'
import { button, dialog, notice, reloadOffer, reopenControl, toggle } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'

// A service that can be stopped, and a field for what the visitor types.
const WITH_SERVICE = `<script>
  window.kelisim = [{ services: [{
    id: 'counter', category: 'analytics', vendor: 'Counter Ltd',
    load: ({ loadScript, signal }) => {
      signal.addEventListener('abort', () => ran.push('aborted'))
      return loadScript('${TRACKER}/service.js')
    },
    stop: () => ran.push('stopped'),
  }] }]
</script><script src="/kelisim/kelisim.js"></script>`
const STOPPABLE = `
<template data-category="marketing"><p id="ad">Ad</p></template>
<iframe data-category="functional" data-kelisim-src="${TRACKER}/map" title="Map"></iframe>`

describe.each(engines)('a changed mind in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openShop(stage.site)
    stage.site.route(`${SHOP}/stoppable`, shopPage({ head: WITH_SERVICE, body: STOPPABLE }))
  })

  const visit = async (path = '/') => {
    const tab = await stage.newTab()
    await tab.goto(SHOP + path)
    await tab.see(notice())
    return tab
  }
  const expectRuns = (tab: Tab, expected: readonly string[]) =>
    expect.poll(() => runs(tab), { timeout: 5_000 }).toEqual(expected)
  const frameSource = (tab: Tab) =>
    tab.evaluate(() => document.querySelector('iframe')?.getAttribute('src') ?? null)

  test('can open the preferences again in the moment they close', async () => {
    const tab = await visit()
    await tab.click(button('notice.customise'))
    await tab.see(dialog())
    // The event of the closing comes after all of this.
    await tab.evaluate(async () => {
      const panel = document.querySelector('kelisim-view')?.shadowRoot?.querySelector('dialog')
      const told = new Promise((resolve) => panel?.addEventListener('close', resolve))
      panel?.close()
      kelisim.showBanner()
      kelisim.showPreferences()
      await told
    })
    expect(await tab.see(dialog())).toMatchObject({ role: 'dialog' })
  })

  test('comes back by the round control, and the focus returns to it', async () => {
    const tab = await visit()
    await tab.click(button('notice.reject'))
    await tab.seeNo(notice())
    const closings = [
      () => tab.press('Escape'),
      () => tab.click(button('preferences.close')),
      () => tab.click(button('preferences.save')),
    ]
    for (const close of closings) {
      await tab.click(reopenControl())
      await tab.see(dialog())
      // A reader begins with the name of what has opened.
      expect(await tab.focused()).toMatchObject({ role: 'heading', name: dialog().name })
      await close()
      await tab.seeNo(dialog())
      expect(await tab.focused()).toMatchObject(reopenControl())
    }
    await expect
      .poll(() => recordedEvents(tab))
      .toEqual(['refused click reject-all nothing', 'changed click save nothing'])
    expect(await runs(tab)).toEqual([])
  })

  test('loses what was ticked when the dialog is closed, and keeps what is saved', async () => {
    const tab = await visit()
    await tab.click(button('notice.customise'))
    await tab.click(toggle('analytics'))
    await tab.click(button('preferences.save'))
    await tab.seeNo(dialog())
    await expectRuns(tab, RUNS.analytics)

    await tab.click(reopenControl())
    await tab.click(toggle('marketing'))
    await tab.press('Escape')
    await tab.seeNo(dialog())
    await tab.click(reopenControl())
    expect(await tab.see(toggle('analytics'))).toMatchObject({ checked: true })
    expect(await tab.see(toggle('marketing'))).toMatchObject({ checked: false })
    expect(await runs(tab)).toEqual(RUNS.analytics)

    await tab.click(toggle('marketing'))
    await tab.click(button('preferences.save'))
    await expectRuns(tab, RUNS.all)
    expect(await tab.evaluate(() => [faults, kelisim.$decision.get()?.categories])).toEqual([
      [],
      { functional: false, analytics: true, marketing: true },
    ])
  })

  test('stops, unloads and takes away what can be, so that no reload is due', async () => {
    const tab = await visit('/stoppable')
    await tab.click(button('notice.accept'))
    await expectRuns(tab, ['service'])
    await tab.see('#ad')
    expect(await frameSource(tab)).toBe(`${TRACKER}/map`)

    await tab.click(reopenControl())
    await tab.click(button('preferences.withdraw'))
    await tab.seeNo(dialog())
    await expectRuns(tab, ['aborted', 'service', 'stopped'])
    await tab.seeNo('#ad')
    expect(await frameSource(tab)).toBeNull()
    expect(await tab.evaluate(() => document.querySelector('iframe')?.contentWindow?.length)).toBe(
      0,
    )
    expect(await tab.find(reloadOffer())).toBeNull()
    expect(await tab.focused()).toMatchObject(reopenControl())
    await expect
      .poll(() => recordedEvents(tab))
      .toEqual([
        'granted click accept-all functional+analytics+marketing',
        'withdrawn click withdraw nothing',
      ])

    await tab.click(reopenControl())
    await tab.click(button('preferences.accept'))
    await expectRuns(tab, ['aborted', 'service', 'service', 'stopped'])
    await tab.see('#ad')
    expect(await frameSource(tab)).toBe(`${TRACKER}/map`)
    expect(await tab.evaluate(() => faults)).toEqual([])
  })

  test('offers a reload after a withdrawal, and later loses nothing that was typed', async () => {
    const tab = await visit()
    await tab.click(button('notice.accept'))
    await expectRuns(tab, RUNS.all)
    await tab.click({ role: 'textbox', name: 'Name' })
    await tab.type('Асель')
    await tab.click(reopenControl())
    await tab.click(button('preferences.withdraw'))
    await tab.see(reloadOffer())
    // Nothing of the dialog may lie over the page meanwhile.
    expect(await tab.find(dialog())).toBeNull()
    await tab.click({ role: 'textbox', name: 'Name' })
    await tab.press('End')
    await tab.type('!')
    await tab.click(button('reload.later'))
    await tab.seeNo(reloadOffer())
    expect(await tab.find({ role: 'textbox', name: 'Name' })).toMatchObject({ value: 'Асель!' })
    await tab.click({ role: 'textbox', name: 'Name' })
    await tab.see(reopenControl())
    expect(await tab.evaluate(() => kelisim.acceptedCategory('analytics'))).toBe(false)
  })

  test('runs nothing after the reload that is offered', async () => {
    const tab = await visit()
    await tab.click(button('notice.accept'))
    await expectRuns(tab, RUNS.all)
    // What is still on its way must not be counted after the reload.
    await expect.poll(() => contacted(stage.site)).toEqual(FETCHES)
    await tab.evaluate(() => {
      document.title = 'before the reload'
    })
    await tab.click(reopenControl())
    await tab.click(button('preferences.withdraw'))
    await tab.see(reloadOffer())
    stage.site.forgetRequests()
    await tab.click(button('reload.now'))
    await tab.waitFor(() => document.title === 'Shop' && document.readyState === 'complete')
    await tab.see(reopenControl())
    expect(await tab.find(notice())).toBeNull()
    expect(await runs(tab)).toEqual([])
    expect(contacted(stage.site)).toEqual([])
    await tab.click(reopenControl())
    await tab.see(dialog())
    expect(await tab.find(button('preferences.withdraw'))).toBeNull()
  })
})
