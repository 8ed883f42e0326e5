import { beforeAll, describe, expect, test } from 'vitest'
import { engines, quickEngines } from '../engines.ts'
import { button, dialog, notice, reopenControl } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import { openWorld, page, tag } from './page.ts'

const HOST = 'https://stays.example'
const SENTENCE = 'A paragraph of an article that somebody came for, with a few more words in it. '
const ARTICLE = `<main style="max-width: 700px; font: 16px/1.5 sans-serif"><h1>Article</h1>
<p id="lead">${SENTENCE.repeat(6)}</p>${`<p>${SENTENCE.repeat(4)}</p>`.repeat(12)}
<input aria-label="Field"></main>`
// Notes what the browser takes for the main content, and every shift.
const WATCH = `<script>
  var main = [], moved = []
  const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note))
    .observe({ type, buffered: true })
  watch('largest-contentful-paint', ({ element, size }) => main.push([element?.id ?? '', size]))
  watch('layout-shift', ({ value }) => moved.push(value))
</script>`

declare global {
  var main: (readonly [string, number])[]
  var moved: number[]
}

describe.each(quickEngines)('the page in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openWorld(stage.site)
    stage.site.route(`${HOST}/`, page({ body: ARTICLE }))
    stage.site.route(`${HOST}/watched`, page({ head: WATCH + tag(), body: ARTICLE }))
  })

  const visit = async (path: string, width = 1_280) => {
    const tab = await stage.newTab()
    await tab.setViewport(width, 800)
    await tab.goto(HOST + path)
    await tab.see(notice())
    return tab
  }
  /** Where the page has come to rest: keys scroll smoothly. */
  const rest = async (tab: Tab) => {
    let last = -1
    await expect
      .poll(async () => {
        const before = last
        last = await scrolled(tab)
        return last - before
      })
      .toBe(0)
    return last
  }
  const scrolled = (tab: Tab) => tab.evaluate(() => Math.round(scrollY))

  test('scrolls under the notice, and stays where it was when something opens or closes', async () => {
    const tab = await visit('/', 600)
    await tab.evaluate(() => document.querySelector('h1')?.scrollIntoView())
    await tab.press('PageDown')
    await expect.poll(() => scrolled(tab)).toBeGreaterThan(100)
    const start = await rest(tab)
    const places: number[] = []
    const note = async () => places.push(await scrolled(tab))
    await tab.click(button('notice.customise'))
    await tab.see(dialog())
    await note()
    await tab.press('Escape')
    await tab.seeNo(dialog())
    await note()
    await tab.evaluate(() => kelisim.showBanner())
    await tab.see(notice())
    await note()
    await tab.click(button('notice.reject'))
    await tab.seeNo(notice())
    await note()
    await tab.click(reopenControl())
    await tab.click(button('preferences.save'))
    await tab.seeNo(dialog())
    await note()
    expect(places).toEqual(places.map(() => start))
  })

  test('is never locked: not its scrolling, its focus or its fields', async () => {
    const tab = await visit('/')
    const state = () =>
      tab.evaluate(() =>
        [document.documentElement, document.body].map((element) => {
          const { overflow, position, touchAction, pointerEvents } = getComputedStyle(element)
          const hidden = element.ariaHidden
          return [overflow, position, touchAction, pointerEvents, element.inert, hidden].join(' ')
        }),
      )
    const free = 'visible static auto auto false '
    expect(await state()).toEqual([free, free])
    await tab.click({ role: 'textbox', name: 'Field' })
    await tab.type('words')
    expect(await tab.find({ role: 'textbox' })).toMatchObject({ value: 'words' })
    await tab.evaluate(() => kelisim.showPreferences())
    await tab.see(dialog())
    expect(await state()).toEqual([free, free])
    await tab.click(button('preferences.reject'))
    await tab.seeNo(dialog())
    expect(await state()).toEqual([free, free])
  })
})

// Only Chromium tells both.
describe.runIf(engines.includes('chromium'))('the page as Chromium measures it', () => {
  const stage = setStage('chromium')

  beforeAll(() => {
    openWorld(stage.site)
    stage.site.route(`${HOST}/watched`, page({ head: WATCH + tag(), body: ARTICLE }))
  })

  test.each([320, 1_280])('keeps its main content and its place at %i px', async (width) => {
    const tab = await stage.newTab()
    await tab.setViewport(width, 800)
    await tab.goto(`${HOST}/watched`)
    await tab.see(notice())
    // The notice comes later than the article; it is told a moment after it was painted.
    await tab.evaluate(() => new Promise((done) => setTimeout(done, 300)))
    const seen = await tab.evaluate(() => main)
    expect(seen.at(-1)?.[0]).toBe('lead')
    await tab.evaluate(() => kelisim.showPreferences())
    await tab.see(dialog())
    await tab.click(button('preferences.accept'))
    await tab.seeNo(notice())
    expect(await tab.evaluate(() => moved)).toEqual([])
  })
})
