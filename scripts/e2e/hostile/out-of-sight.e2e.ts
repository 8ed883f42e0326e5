import { beforeAll, describe, expect, test } from 'vitest'
import { quickEngines } from '../engines.ts'
import { dialog, notice } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import { noted, openWorld, page, tag } from './page.ts'

const HOST = 'https://hidden.example'
const HELD = '<script type="text/plain" data-category="analytics">ran.push("inline")</script>'
// As lists of blockers and careless styles do it.
const HIDDEN = '<style>kelisim-view, kelisim-reopen { display: none !important }</style>'

describe.each(quickEngines)('a notice that the page hides in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openWorld(stage.site)
    const body = `<input aria-label="Field">${HELD}`
    stage.site.route(`${HOST}/`, page({ head: HIDDEN + tag(), body }))
    stage.site.route(`${HOST}/clock`, page({ body: HELD }))
  })

  test('holds everything, and leaves the page to the visitor, also when the settings are opened', async () => {
    const tab = await stage.newTab()
    await tab.goto(`${HOST}/`)
    await tab.waitFor(() => document.querySelector('kelisim-view'))
    expect(await tab.find(notice())).toBeNull()
    for (const open of ['showBanner', 'showPreferences'] as const) {
      await tab.evaluate((name) => kelisim[name](), open)
      await tab.waitFor(() => new Promise((done) => setTimeout(() => done(true), 400)))
      await tab.click({ role: 'textbox', name: 'Field' })
      await tab.type('a')
    }
    expect(await tab.find({ role: 'textbox', name: 'Field' })).toMatchObject({ value: 'aa' })
    expect(await tab.find(dialog())).toBeNull()
    expect(await noted(tab)).toEqual({ ran: [], faults: [], violations: [] })
  })

  test('follows a clock that is set while the page is open, and asks when the term is over', async () => {
    const tab = await stage.newTab()
    await tab.goto(`${HOST}/clock`)
    await tab.see(notice())
    await tab.evaluate(() => kelisim.acceptAll())
    await expect.poll(async () => (await noted(tab)).ran).toEqual(['inline'])
    const dayMs = 864e5
    const known = await tab.evaluate(async (day) => {
      const now = Date.now.bind(Date)
      const found: (boolean | null)[] = []
      // Summer time, a leap second, half a day back, and 366 days on.
      for (const shift of [36e5, -36e5, 1e3, -day / 2, 0, 366 * day]) {
        Date.now = () => now() + shift
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
        await new Promise((done) => setTimeout(done, 30))
        found.push(kelisim.$decision.get()?.categories['analytics'] ?? null)
      }
      return found
    }, dayMs)
    expect(known).toEqual([true, true, true, true, true, null])
    await tab.see(notice())
    expect(await noted(tab)).toEqual({ ran: ['inline'], faults: [], violations: [] })
  })
})
