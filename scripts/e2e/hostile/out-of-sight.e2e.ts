import { beforeAll, describe, expect, test } from 'vitest'
import { quickEngines } from '../engines.ts'
import { dialog, notice } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import { noted, openWorld, page, tag } from './page.ts'

declare global {
  /** Milliseconds that the page's clock is ahead of the true one. */
  var shift: number
}

const HOST = 'https://hidden.example'
const HELD = '<script type="text/plain" data-category="analytics">ran.push("inline")</script>'
const CLOCK = `<script>
  var shift = 0
  const { now } = Date
  Date.now = () => now() + shift
</script>`
// As lists of blockers and careless styles do it.
const STYLES = ['display: none', 'visibility: hidden', 'opacity: 0', 'transform: scale(0)']

describe.each(quickEngines)('a notice that the page tries to hide, in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openWorld(stage.site)
    stage.site.route(`${HOST}/clock`, page({ head: CLOCK + tag(), body: HELD }))
  })

  test.each(STYLES)('holds everything, and locks nobody out of the page: %s', async (style) => {
    const hidden = `<style>kelisim-view, kelisim-reopen { ${style} !important }</style>`
    const body = `<input aria-label="Field">${HELD}`
    stage.site.route(`${HOST}/`, page({ head: hidden + tag(), body }))
    const tab = await stage.newTab()
    await tab.goto(`${HOST}/`)
    await tab.waitFor(() =>
      document.querySelector('kelisim-view')?.shadowRoot?.querySelector('section'),
    )
    await tab.click({ role: 'textbox', name: 'Field' })
    await tab.type('a')
    expect(await tab.find({ role: 'textbox', name: 'Field' })).toMatchObject({ value: 'a' })
    // Who opens the settings sees them: a modal dialog that nobody sees would lock the page.
    await tab.evaluate(() => kelisim.showPreferences())
    await expect
      .poll(() => tab.evaluate(lookOfDialog))
      .toEqual({ isHigh: true, opacity: '1', visibility: 'visible', host: '1' })
    await tab.press('Escape')
    await tab.seeNo(dialog())
    expect(await noted(tab)).toEqual({ ran: [], faults: [], violations: [] })
  })

  test('follows a clock that is set while the page is open, and asks when the term is over', async () => {
    const tab = await stage.newTab()
    await tab.goto(`${HOST}/clock`)
    await tab.see(notice())
    await tab.evaluate(() => kelisim.acceptAll())
    await expect.poll(async () => (await noted(tab)).ran).toEqual(['inline'])
    const known = await tab.evaluate(async () => {
      const dayMs = 864e5
      const found: (boolean | null)[] = []
      // Summer time, a leap second, half a day back, and 366 days on.
      for (const ms of [36e5, -36e5, 1e3, -dayMs / 2, 0, 366 * dayMs]) {
        globalThis.shift = ms
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
        await new Promise((done) => setTimeout(done, 30))
        found.push(kelisim.$decision.get()?.categories['analytics'] ?? null)
      }
      return found
    })
    expect(known).toEqual([true, true, true, true, true, null])
    await tab.see(notice())
    expect(await noted(tab)).toEqual({ ran: ['inline'], faults: [], violations: [] })
  })
})

/** Runs in the page: what can be seen of the settings, which come up by and by. */
function lookOfDialog() {
  const host = document.querySelector('kelisim-view')
  const open = host?.shadowRoot?.querySelector('dialog[open]')
  if (!host || !open) return null
  const { opacity, visibility } = getComputedStyle(open)
  const isHigh = open.getBoundingClientRect().height > 200
  return { isHigh, opacity, visibility, host: getComputedStyle(host).opacity }
}
