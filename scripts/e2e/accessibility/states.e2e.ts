import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { AXE_TAG, serveAxe, violations } from '../pages/axe.ts'
import '../pages/in-page.ts'
import {
  button,
  dialog,
  LANGUAGES,
  type Language,
  notice,
  reloadOffer,
  reopenControl,
} from '../pages/words.ts'
import { openSchool, SCHOOL, visitSchool } from '../preferences/school.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'

const SERVICES = [
  { id: 'lesson', category: 'functional', name: 'Lessons', vendor: 'Lessons LLP', country: 'US' },
  // Without stop() it ends with a reload only.
  { id: 'counter', category: 'analytics', name: 'Counter', country: 'KZ' },
]
const OPTIONS = { services: SERVICES, categories: ['functional', 'analytics'], minors: { age: 16 } }
const BODY = `<iframe title="Lesson" width="280" height="240" data-category="functional"
    data-service="lesson" data-kelisim-src="https://lessons.example/"></iframe>
  <script type="text/plain" data-category="analytics" data-service="counter">var counted = true</script>`
const STATEMENT = '[part=statement] input'

/** From a question with a statement of age over the offer to reload to the round control, and back. */
const walkThrough = async (
  tab: Tab,
  language: Language,
  look: (state: string) => Promise<void>,
) => {
  await tab.see(notice(language))
  await tab.see(button('embed.once', language))
  await look('statement of age and placeholder')
  await focusStatement(tab)
  await tab.press('Space')
  await tab.click(button('notice.accept', language))
  await tab.see(reopenControl(language))
  await look('round control')
  await tab.evaluate(() => kelisim.withdraw())
  await tab.see(reloadOffer(language))
  await look('offer to reload')
}

describe.each(engines)('every small state in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openSchool(stage)
    serveAxe(stage.site, SCHOOL)
    stage.site.route('https://lessons.example/', '<title>Lesson</title>')
  })

  test('is used by keyboard alone, with the focus to be seen', async () => {
    const tab = await visitSchool(stage, { options: OPTIONS, body: BODY })
    const seen: unknown[] = []
    const tabTo = async (name: string) => {
      for (let step = 0; step < 24; step += 1) {
        const focused = await tab.focused()
        if (focused?.name === name) {
          seen.push([focused.coveredBy, await outlined(tab)])
          return
        }
        await tab.press('Tab')
      }
      throw new Error(`The keyboard does not come to "${name}".`)
    }
    /** What had the focus may be gone, and the next is then up to the browser. */
    const goOnFrom = (selector: string) =>
      tab.evaluate((wanted) => {
        const element = document.querySelector<HTMLElement>(wanted)
        if (element) element.tabIndex = -1
        element?.focus()
      }, selector)
    await focusStatement(tab)
    await tab.press('Space')
    expect(await tab.see(STATEMENT)).toMatchObject({ checked: true })
    await tabTo(button('notice.accept').name)
    await tab.press('Enter')
    await tab.seeNo(notice())
    // WebKit does not find out of the empty page in the frame.
    await goOnFrom('main > p')
    await tabTo(reopenControl().name)
    await tab.press('Enter')
    await tab.see(dialog())
    await tabTo(button('preferences.withdraw').name)
    await tab.press('Enter')
    await tab.see(reloadOffer())
    await tabTo(button('reload.later').name)
    await tab.press('Space')
    await tab.seeNo(reloadOffer())
    await goOnFrom('h1')
    await tabTo(button('embed.once').name)
    await tab.press('Enter')
    // Everything was taken back, the statement of age too, and that is made there.
    await tab.see(dialog())
    await tab.press('Escape')
    await tab.seeNo(dialog())
    expect(await tab.focused()).toMatchObject(button('embed.once'))
    expect(seen).toEqual(Array.from({ length: 5 }, () => [null, true]))
  })

  // The rules are about markup and colours, which all engines share; one is enough.
  if (engine !== 'chromium') return

  test('breaks no rule of axe, in every language, scheme and width', async () => {
    for (const width of [320, 1_280]) {
      for (const language of LANGUAGES) {
        const tab = await visitSchool(stage, {
          options: OPTIONS,
          body: BODY,
          head: AXE_TAG,
          language,
        })
        await tab.setViewport(width, 800)
        await walkThrough(tab, language, async (state) => {
          for (const dark of [false, true]) {
            await tab.emulate({ dark })
            expect(await violations(tab), `${state} ${language} ${width} ${dark}`).toEqual([])
          }
        })
      }
    }
  }, 60_000)
})

const focusStatement = (tab: Tab) =>
  tab.evaluate(() => {
    const root = document.querySelector('kelisim-view')?.shadowRoot
    root?.querySelector<HTMLElement>('[part=statement] input')?.focus()
  })

/** Whether what has the focus shows that, by an outline. */
function outlined(tab: Tab): Promise<boolean> {
  return tab.evaluate(() => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    const { outlineStyle, outlineWidth } = getComputedStyle(active ?? document.body)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  })
}
