import { beforeAll, describe, expect, test } from 'vitest'
import { quickEngines } from '../engines.ts'
import { button, dialog, notice, reopenControl, toggle } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import { noted, openWorld, page, tag } from './page.ts'

const HOST = 'https://styles.example'
const BODY = '<main><h1>Page</h1><p>Text</p><button>Own</button></main>'

/** What pages do to every element, on purpose or not. */
const STYLES = {
  'a reset': `*, ::before, ::after { margin: 0; padding: 0; border: 0; font: inherit; color: inherit;
    list-style: none; text-decoration: none; vertical-align: baseline; box-sizing: content-box }`,
  'everything unset': '* { all: unset }',
  'everything unset, with force': '* { all: unset !important }',
  'hidden buttons': `button, footer, header, section, dialog, input, p, a, h2, kelisim-view {
    display: none !important; visibility: hidden !important }`,
  'faded and out of reach': `* { opacity: 0.1 !important; pointer-events: none !important;
    user-select: none !important; filter: blur(3px) !important; clip-path: inset(50%) !important }`,
  'letters of its own': `html, html > * { font: italic 900 9px/3 monospace !important; color: red !important;
    letter-spacing: 9px !important; word-spacing: 9px !important; text-transform: uppercase !important;
    text-indent: 50px !important; text-align: right !important; white-space: nowrap !important;
    hyphens: auto !important; cursor: none !important }`,
  'a root of 10 px': 'html { font-size: 62.5% }',
  'a root of 40 px': 'html { font-size: 40px }',
  'a body that is transformed':
    'body { transform: scale(0.5) rotate(3deg); filter: grayscale(1); perspective: 9px; contain: paint }',
  'a body that is locked':
    'html, body { position: fixed; overflow: hidden; width: 100%; height: 100%; touch-action: none }',
  'a grid for a root': 'html { display: grid; grid-template-columns: 1fr 1fr; place-items: end }',
  'columns of letters': 'main, kelisim-view { writing-mode: vertical-rl !important }',
  'a page from right to left': 'html { direction: rtl; unicode-bidi: bidi-override }',
  'a dark page': 'html { color-scheme: dark; background: #000; accent-color: red }',
} as const

/**
 * Puts on each of the styles in turn, and tells which of them change what a visitor sees of both layers, each
 * with the first element that is different. Runs in the page.
 */
function changes(styles: Readonly<Record<string, string>>): string[] {
  const own = document.querySelector('#own') as HTMLStyleElement
  const looks = () => {
    const root = document.querySelector('kelisim-view')?.shadowRoot
    const elements = [...(root?.querySelectorAll('section, section *, dialog, dialog *') ?? [])]
    return elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const style = getComputedStyle(element)
      const { color, backgroundColor, font, letterSpacing, textTransform, textAlign } = style
      const { opacity, display, visibility, direction, pointerEvents, cursor } = style
      return [
        [element.localName, ...[x, y, width, height].map(Math.round)],
        [color, backgroundColor, font, letterSpacing, textTransform, textAlign],
        [opacity, display, visibility, direction, pointerEvents, cursor],
      ].join(' ')
    })
  }
  const plain = looks()
  const found = Object.entries({ ...styles, none: '' }).map(([name, css]) => {
    own.textContent = css
    const now = looks()
    const at = now.findIndex((line, index) => line !== plain[index])
    return at < 0 ? '' : `${name}: ${plain[at]} became ${now[at]}`
  })
  return plain[9] ? found.filter(Boolean) : ['Nothing is on the screen.']
}

describe.each(quickEngines)('styles of the page in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openWorld(stage.site)
    stage.site.route(`${HOST}/`, page({ head: `<style id="own"></style>${tag()}`, body: BODY }))
  })

  const dress = (tab: Tab, css: string) =>
    tab.evaluate((text) => {
      const style = document.querySelector('#own')
      if (style) style.textContent = text
    }, css)
  test('change neither the notice nor the preferences', async () => {
    const tab = await stage.newTab({ reducedMotion: true })
    await tab.goto(`${HOST}/`)
    await tab.see(notice())
    expect(await tab.evaluate(changes, STYLES)).toEqual([])
    await tab.evaluate(() => kelisim.showPreferences())
    await tab.see(toggle('marketing'))
    expect(await tab.evaluate(changes, STYLES)).toEqual([])
  })

  test('keep nobody from answering, on either layer, or from coming back', async () => {
    const tab = await stage.newTab({ reducedMotion: true })
    await tab.goto(`${HOST}/`)
    await tab.see(notice())
    const { 'hidden buttons': hidden, 'a page from right to left': turned, ...others } = STYLES
    await dress(tab, [hidden, turned, ...Object.values(others)].join('\n'))
    await tab.click(button('notice.customise'))
    await tab.click(toggle('analytics'))
    expect(await tab.see(toggle('analytics'))).toMatchObject({ checked: true })
    await tab.click(button('preferences.save'))
    await tab.seeNo(dialog())
    await tab.seeNo(notice())
    expect(await tab.evaluate(() => kelisim.acceptedCategory('analytics'))).toBe(true)
    await dress(tab, [hidden, turned, STYLES['everything unset, with force']].join('\n'))
    await tab.click(reopenControl())
    await tab.click(button('preferences.reject'))
    await tab.seeNo(dialog())
    expect(await tab.evaluate(() => kelisim.acceptedCategory('analytics'))).toBe(false)
    expect(await noted(tab)).toMatchObject({ faults: [] })
  })
})
