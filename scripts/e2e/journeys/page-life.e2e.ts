import { beforeAll, describe, expect, test } from 'vitest'
import { choiceCookie } from '../../../packages/kelisim/src/testing.ts'
import { engines } from '../engines.ts'
import { runs, storage } from '../pages/in-page.ts'
import { contacted, openShop, OPTIONS, RUNS, SHOP, shopPage, TAG } from '../pages/shop.ts'
import { button, dialog, notice, reopenControl } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'

// Drivers have no command to prerender, so the page is told that it is.
const PRERENDERED = `<script>
  var hidden = true
  Object.defineProperty(Document.prototype, 'prerendering', { get: () => hidden, configurable: true })
</script>`
const show = () => {
  ;(globalThis as { hidden?: boolean }).hidden = false
  document.dispatchEvent(new Event('prerenderingchange'))
}

describe.each(engines)('the life of a page in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openShop(stage.site)
    stage.site.route(`${SHOP}/prerendered`, shopPage({ head: PRERENDERED + TAG }))
  })

  const expectRuns = (tab: Tab, expected: readonly string[]) =>
    expect.poll(() => runs(tab), { timeout: 5_000 }).toEqual(expected)
  const hosts = (tab: Tab) =>
    tab.evaluate(() =>
      ['kelisim-view', 'kelisim-reopen'].flatMap((name) =>
        [...document.querySelectorAll(name)].map((host) => host.localName),
      ),
    )

  test('begins when a prerendered page is seen, for the first time or again', async () => {
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/prerendered`)
    expect(await tab.evaluate(() => kelisim.$status.get())).toBe('idle')
    expect(await hosts(tab)).toEqual([])
    expect(await storage(tab)).toMatchObject({ cookie: '', local: [] })
    await tab.evaluate(show)
    await tab.see(notice())
    expect(await runs(tab)).toEqual([])

    const { name, value } = choiceCookie(OPTIONS, 'all', SHOP)
    await tab.setCookie({ name, value })
    await tab.reload()
    expect(await runs(tab)).toEqual([])
    expect(contacted(stage.site)).toEqual([])
    await tab.evaluate(show)
    await expectRuns(tab, RUNS.all)
    expect(await tab.find(notice())).toBeNull()
    expect(await tab.evaluate(() => faults)).toEqual([])
  })

  test('goes on through a new body: notice, control, gates and what is open stay', async () => {
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`)
    await tab.see(notice())
    const swapBody = () =>
      tab.evaluate(() => {
        const body = document.createElement('body')
        const script = document.createElement('script')
        script.type = 'text/plain'
        script.dataset['category'] = 'analytics'
        script.text = "ran.push('on the next view')"
        body.append(document.createElement('h1'), script)
        document.body.replaceWith(body)
      })
    await swapBody()
    await tab.see(notice())
    await tab.click(button('notice.customise'))
    await tab.see(dialog())
    await swapBody()
    await tab.see(dialog())
    await tab.click(button('preferences.accept'))
    await tab.seeNo(dialog())
    await expectRuns(tab, ['on the next view'])
    await swapBody()
    await expectRuns(tab, ['on the next view', 'on the next view'])
    await tab.click(reopenControl())
    await tab.see(dialog())
    expect(await tab.evaluate(() => faults)).toEqual([])
  })

  test('survives the removal of the notice by the page, but insists on nothing', async () => {
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`)
    await tab.see(notice())
    await tab.evaluate(() => document.querySelector('kelisim-view')?.remove())
    await tab.see(notice())
    await tab.click(button('notice.reject'))
    await tab.seeNo(notice())
    expect(await tab.evaluate(() => kelisim.$status.get())).toBe('decided')
  })

  test('ends without a trace by destroy(), and can begin again', async () => {
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`)
    await tab.see(notice())
    await tab.evaluate(() => {
      for (let round = 0; round < 20; round += 1) {
        kelisim.destroy()
        kelisim.start()
      }
      kelisim.destroy()
    })
    await tab.seeNo(notice())
    expect(await hosts(tab)).toEqual([])
    expect(await tab.evaluate(() => kelisim.$status.get())).toBe('idle')
    await tab.evaluate(() => {
      const link = document.createElement('a')
      link.href = '#kelisim-preferences'
      link.dataset['kelisim'] = 'preferences'
      link.textContent = 'Settings'
      document.body.prepend(link)
    })
    await tab.click({ role: 'link', name: 'Settings' })
    expect(await hosts(tab)).toEqual([])

    await tab.evaluate(() => kelisim.start())
    await tab.see(dialog())
    await tab.click(button('preferences.accept'))
    await expectRuns(tab, RUNS.all)
    expect(await hosts(tab)).toEqual(['kelisim-view', 'kelisim-reopen'])
    await tab.evaluate(() => {
      kelisim.destroy()
      kelisim.start()
    })
    await tab.see(reopenControl())
    expect(await tab.find(notice())).toBeNull()
    expect(await runs(tab)).toEqual(RUNS.all)
    expect(await tab.evaluate(() => faults)).toEqual([])
  })

  test('tells listeners that come late, and harms none when one throws', async () => {
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`)
    await tab.see(notice())
    await tab.evaluate(() => {
      kelisim.onConsent(() => {
        throw new Error('mine')
      })
      kelisim.onConsent(({ categories }) => ran.push(`consent ${categories['analytics']}`))
      kelisim.onChange((_, previous) => ran.push(`change from ${previous}`))
      void kelisim.whenAccepted('analytics').then(() => ran.push('accepted'))
    })
    await tab.click(button('notice.accept'))
    const told = ['accepted', 'change from null', 'consent true']
    await expectRuns(tab, [...RUNS.all, ...told].sort())
    await tab.evaluate(() => {
      kelisim.onConsent(({ categories }) => ran.push(`late ${categories['marketing']}`))
    })
    await expectRuns(tab, [...RUNS.all, ...told, 'late true'].sort())
    expect(await tab.evaluate(() => faults)).toEqual([expect.stringContaining('mine')])
  })
})
