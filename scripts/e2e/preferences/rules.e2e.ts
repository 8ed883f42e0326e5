import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { AXE_TAG, serveAxe, violations } from '../pages/axe.ts'
import { unfoldAll } from '../pages/unfold.ts'
import { button, dialog, LANGUAGES, type Language, notice, say } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import { openSchool, SCHOOL, visitSchool } from './school.ts'

// The rules are about markup and colours, which all engines share; one is enough.
describe.runIf(engines.includes('chromium'))('the preferences in chromium', () => {
  const stage = setStage('chromium')

  beforeAll(() => {
    openSchool(stage)
    serveAxe(stage.site, SCHOOL)
  })

  /** Opens the dialog with everything unfolded and one category half set. */
  const openAll = async (tab: Tab, language: Language) => {
    await tab.evaluate(() => kelisim.showPreferences())
    await tab.see(dialog(language))
    await unfoldAll(tab)
    await tab.see('[part=request] select')
    await tab.see('[part=service] .facts')
    await tab.click({ role: 'switch', name: 'Visor' })
  }
  /** What Tab leads to from the heading on, until it leaves the dialog. */
  const walk = async (tab: Tab) => {
    const stops = []
    await tab.evaluate(() =>
      document
        .querySelector('kelisim-view')
        ?.shadowRoot?.querySelector<HTMLElement>('h2[tabindex]')
        ?.focus(),
    )
    for (let step = 0; step < 60; step++) {
      await tab.press('Tab')
      const stop = await tab.focused()
      if (!stop || stop.name === stops[0]?.name) return stops
      stops.push(stop)
    }
    throw new Error('The keyboard does not get through.')
  }

  test('break no rule of axe and work by keyboard, in every language, scheme and width', async () => {
    const tab = await visitSchool(stage, { head: AXE_TAG, options: { minors: { age: 16 } } })
    for (const width of [320, 1_280]) {
      await tab.setViewport(width, 800)
      for (const dark of [false, true]) {
        await tab.emulate({ dark })
        for (const language of LANGUAGES) {
          const state = `${language} ${width} ${dark ? 'dark' : 'light'}`
          await tab.evaluate((code) => kelisim.setLanguage(code), language)
          await tab.see(notice(language))
          await openAll(tab, language)
          expect(await violations(tab), `${state}`).toEqual([])
          const stops = await walk(tab)
          const names = stops.map(({ name }) => name)
          // In the order of reading, and never under what stays at the edges.
          const order = ['preferences.close', 'preferences.receipt', 'receipt.write'] as const
          const places = [...order, 'preferences.reject', 'preferences.save'].map((key) =>
            names.indexOf(say(language, key)),
          )
          expect(places, `${state}`).toEqual([...places].sort((a, b) => a - b))
          expect(places, `${state}`).not.toContain(-1)
          const hidden = stops.filter(({ coveredBy, box }) => coveredBy && box.width > 1)
          expect(
            hidden.map(({ name, coveredBy }) => [name, coveredBy]),
            `${state}`,
          ).toEqual([])
          const wide = await tab.evaluate(() => {
            const panel = document
              .querySelector('kelisim-view')
              ?.shadowRoot?.querySelector('dialog')
            return panel ? panel.scrollWidth - panel.clientWidth : -1
          })
          expect(wide, `${state}`).toBe(0)
          await tab.press('Escape')
          await tab.seeNo(dialog(language))
          await tab.evaluate(() => kelisim.showBanner())
        }
      }
    }
  }, 120_000)

  test('keep their choices on the screen with forty services', async () => {
    const services = Array.from({ length: 40 }, (_, index) => ({
      id: `service-${index}`,
      category: 'marketing',
      name: `Service ${index}`,
      vendor: 'Vendor with a long name',
      storage: Array.from({ length: 8 }, (_, name) => ({
        kind: 'cookie',
        name: `_a_rather_long_name_of_a_cookie_${name}`,
        lifetime: `P${name + 1}M`,
      })),
    }))
    const tab = await visitSchool(stage, { options: { services }, language: 'kk' })
    await tab.setViewport(320, 568)
    await tab.evaluate(() => kelisim.showPreferences())
    await tab.click({ role: 'button', name: '40 сервис' })
    await tab.see('[part=service] .facts')
    for (const key of ['preferences.reject', 'preferences.accept', 'preferences.save']) {
      const { box, coveredBy } = await tab.see(button(key, 'kk'))
      expect([coveredBy, box.y + box.height <= 568]).toEqual([null, true])
    }
  })
})
