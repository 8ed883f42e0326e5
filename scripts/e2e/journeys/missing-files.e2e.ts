import { beforeEach, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { recordedEvents, runs } from '../pages/in-page.ts'
import { BUILT, contacted, fetchedFiles, openShop, RUNS, SHOP } from '../pages/shop.ts'
import { button, dialog, notice, reopenControl } from '../pages/words.ts'
import { setStage } from '../stage.ts'

describe.each(engines)('a file that does not come, in %s', (engine) => {
  const stage = setStage(engine)

  beforeEach(() => {
    stage.site.clear()
    openShop(stage.site)
  })

  test.each(['notice.js', 'notice.ru.js'])(
    'leaves all refused and says so, until it comes: %s',
    async (file) => {
      const arrive = stage.site.route(`${SHOP}/kelisim/${file}`, { status: 404 })
      const tab = await stage.newTab()
      await tab.goto(`${SHOP}/`)
      await tab.waitFor(() => heard.includes('load-failed'))
      expect(await tab.find(notice())).toBeNull()
      expect(await runs(tab)).toEqual([])
      expect(contacted(stage.site)).toEqual([])
      expect(await tab.evaluate(() => kelisim.$status.get())).toBe('due')
      // Once more under another address, because Firefox remembers what failed.
      const attempts = fetchedFiles(stage.site).filter((name) => name.startsWith(file))
      expect(attempts.slice(0, 2)).toEqual([file, `${file}?retry=1`])
      await tab.see(reopenControl())

      arrive()
      await tab.evaluate(() => kelisim.showBanner())
      await tab.click(button('notice.accept'))
      await tab.seeNo(notice())
      await expect.poll(() => runs(tab), { timeout: 5_000 }).toEqual(RUNS.all)
      expect(await tab.evaluate(() => faults)).toEqual([])
    },
  )

  test('comes back after an outage that took them all', async () => {
    const files = ['notice.js', 'notice.ru.js']
    const arrivals = files.map((file) =>
      stage.site.route(`${SHOP}/kelisim/${file}`, { status: 503 }),
    )
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`)
    await tab.waitFor(() => heard.includes('load-failed'))
    await tab.click(reopenControl())
    await tab.waitFor(() => heard.filter((code) => code === 'load-failed').length === 2)
    for (const arrive of arrivals) arrive()
    await tab.click(reopenControl())
    await tab.see(dialog())
    expect(await tab.evaluate(() => faults)).toEqual([])
  })

  test('is asked for twice before it counts as lost', async () => {
    stage.site.route(`${SHOP}/kelisim/notice.js`, ({ url }) =>
      url.search === ''
        ? { status: 503 }
        : { status: 302, headers: { location: '/copy/notice.js' } },
    )
    stage.site.directory(`${SHOP}/copy/`, BUILT)
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`)
    await tab.see(notice())
    expect(await tab.evaluate(() => [heard, faults])).toEqual([[], []])
  })

  test('does not hold up the page while it hangs', async () => {
    stage.site.route(`${SHOP}/kelisim/notice.js`, { hang: true })
    const tab = await stage.newTab()
    // Only Chromium ends the load of a page that is still importing.
    await tab.goto(`${SHOP}/`, 'dom')
    await tab.click({ role: 'textbox', name: 'Name' })
    await tab.type('Асель')
    expect(await tab.find({ role: 'textbox', name: 'Name' })).toMatchObject({ value: 'Асель' })
    expect(await tab.evaluate(() => kelisim.acceptedCategory('analytics'))).toBe(false)
    expect(await runs(tab)).toEqual([])
    expect(await tab.evaluate(() => faults)).toEqual([])
  })

  test('lets code of the page refuse, and grant once it has come', async () => {
    const arrive = stage.site.route(`${SHOP}/kelisim/notice.js`, { status: 404 })
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`)
    await tab.waitFor(() => heard.includes('load-failed'))
    await tab.evaluate(() => kelisim.rejectAll().catch(() => heard.push('told')))
    expect(await tab.evaluate(() => kelisim.acceptedCategory('analytics'))).toBe(false)
    arrive()
    await tab.evaluate(() => kelisim.choose({ categories: { analytics: true, marketing: false } }))
    await expect.poll(() => runs(tab), { timeout: 5_000 }).toEqual(RUNS.analytics)
    await tab.evaluate(() => kelisim.rejectAll())
    await tab.waitFor(() => !kelisim.acceptedCategory('analytics'))
    expect((await recordedEvents(tab)).at(-1)).toBe('withdrawn api api nothing')
    expect(await tab.evaluate(() => faults)).toEqual([])
  })

  test('closes what cannot be drawn: the preferences come when their file does', async () => {
    const arrive = stage.site.route(`${SHOP}/kelisim/preferences.js`, { status: 404 })
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`)
    await tab.click(button('notice.customise'))
    await tab.waitFor(() => heard.includes('view-failed'))
    expect(await tab.find(dialog())).toBeNull()
    expect(await runs(tab)).toEqual([])
    await tab.see(reopenControl())
    arrive()
    await tab.click(reopenControl())
    await tab.see(dialog())
    expect(await tab.evaluate(() => faults)).toEqual([])
  })
})
