import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { AXE_TAG, serveAxe, violations } from '../pages/axe.ts'
import { button, dialog, LANGUAGES, notice, toggle, type Language } from '../pages/words.ts'
import { unfoldAll } from '../pages/unfold.ts'
import { setStage } from '../stage.ts'
import type { Media, Tab } from '../tab.ts'
import { noted, openWorld, page, tag } from './page.ts'

const HOST = 'https://looks.example'
const CHOICES = ['notice.reject', 'notice.accept', 'notice.customise']
const SERVICES = [
  { id: 'counter', category: 'analytics', name: 'Счётчик', vendor: 'Counter LLP', country: 'KZ' },
  {
    id: 'ads',
    category: 'marketing',
    name: 'Ads',
    vendor: 'Ads Inc.',
    country: 'US',
    privacyUrl: '/ads',
  },
]
const OPTIONS = {
  operator: { name: 'ТОО «Пример»', bin: '123456789013', email: 'a@example.kz', country: 'KZ' },
  policy: { url: '/privacy', version: '2026-11-01' },
  services: SERVICES,
}

// What spoils a layout: marks that turn the direction, letters without a width, endless words.
const ODD = {
  bidi: '\u202E\u2066\u200F\u202Dأهلا evil',
  invisible: '\u200B\u200D\uFEFF\u2060'.repeat(50),
  endless: 'W'.repeat(10_000),
  combined: `${'Z\u0335\u0321\u0322\u0348'.repeat(40)} Ә ғ қ ң ө ұ ү һ і`,
} as const

describe.each(engines)('the looks in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openWorld(stage.site)
    serveAxe(stage.site, HOST)
  })

  const visit = async (body: string, media?: Media) => {
    stage.site.route(`${HOST}/`, body)
    const tab = await stage.newTab(media)
    await tab.goto(`${HOST}/`)
    await tab.see(notice())
    return tab
  }
  /** Choices that lie outside the viewport or under something, and parts that are too wide. */
  const outOfView = async (tab: Tab, language: Language) => {
    const [width, height] = await tab.evaluate(() => [innerWidth, innerHeight] as const)
    const choices = await Promise.all(CHOICES.map((key) => tab.see(button(key, language))))
    const wide = await tab.evaluate(() => {
      const root = document.querySelector('kelisim-view')?.shadowRoot
      const parts = [document.documentElement, ...(root?.querySelectorAll('section') ?? [])]
      return parts.filter((part) => part.scrollWidth > part.clientWidth).map(String)
    })
    const hidden = choices.filter(
      ({ coveredBy, box }) =>
        coveredBy !== null ||
        Math.min(box.x, box.y, box.height - 44) < 0 ||
        box.x + box.width > width ||
        box.y + box.height > height,
    )
    return [...hidden, ...wide]
  }

  test('shows three choices on a small phone and at 200 % zoom, in every language', async () => {
    const tab = await visit(page({ head: tag({ options: OPTIONS }) }))
    // A wide window at 200 % has half its pixels in each direction.
    for (const [width, height] of [
      [320, 568],
      [640, 400],
    ] as const) {
      await tab.setViewport(width, height)
      for (const language of LANGUAGES) {
        await tab.evaluate((code) => kelisim.setLanguage(code), language)
        await tab.see(notice(language))
        // Windows take their time to resize.
        await expect.poll(() => outOfView(tab, language), { timeout: 3_000 }).toEqual([])
      }
    }
  })

  test.each(Object.keys(ODD) as (keyof typeof ODD)[])(
    'keeps its shape with %s words',
    async (kind) => {
      const text = ODD[kind]
      const options = {
        operator: { name: text },
        categories: ['analytics', { id: 'odd', label: text, description: text }],
        services: [{ id: 'one', category: 'odd', name: text, vendor: text, purpose: text }],
      }
      const tab = await visit(page({ head: tag({ options }) }))
      await tab.setViewport(320, 640)
      await expect.poll(() => outOfView(tab, 'ru'), { timeout: 3_000 }).toEqual([])
      await tab.click(button('notice.customise'))
      await tab.see(dialog())
      const { box } = await tab.see(button('preferences.save'))
      expect(box.x + box.width).toBeLessThanOrEqual(320)
      expect(box.y + box.height).toBeLessThanOrEqual(640)
      const wide = await tab.evaluate(() => {
        const panel = document.querySelector('kelisim-view')?.shadowRoot?.querySelector('dialog')
        return panel ? panel.scrollWidth - panel.clientWidth : -1
      })
      expect(wide).toBe(0)
      expect(await noted(tab)).toMatchObject({ faults: [] })
    },
  )

  test('is not printed', async () => {
    const tab = await visit(page())
    const display = () =>
      tab.evaluate(() => {
        const root = document.querySelector('kelisim-view')?.shadowRoot
        const section = root?.querySelector('section')
        const rules = root?.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]) ?? []
        // No engine prints here, so the rules for paper are put in force on the screen.
        for (const rule of rules) {
          if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print') {
            rule.media.mediaText = 'all'
          }
        }
        return section && getComputedStyle(section).display
      })
    expect(await display()).toBe('none')
  })

  test('follows a person who likes it dark and still', async () => {
    const tab = await visit(page(), { dark: true, reducedMotion: true })
    const [back, front] = await tab.evaluate(() => {
      const section = document.querySelector('kelisim-view')?.shadowRoot?.querySelector('section')
      const { backgroundColor, color } = getComputedStyle(section as Element)
      return [backgroundColor, color].map((text) => Number(/\d+/.exec(text)?.[0]))
    })
    expect(back).toBeLessThan(60)
    expect(front).toBeGreaterThan(200)
    await tab.click(button('notice.customise'))
    await tab.see(toggle('analytics'))
    const still = await tab.evaluate(() => {
      const root = document.querySelector('kelisim-view')?.shadowRoot
      return [...(root?.querySelectorAll('*') ?? [])].every((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element)
        return /^[0s, ]+$/.test(transitionDuration) && animationName === 'none'
      })
    })
    expect(still).toBe(true)
  })

  test('has edges where colours are forced', async () => {
    const tab = await visit(page(), { forcedColors: true })
    const isForced = await tab.evaluate(() => matchMedia('(forced-colors: active)').matches)
    // WebKit knows no forced colours; the edges are there anyway.
    expect(isForced).toBe(engine !== 'webkit')
    const edges = () =>
      tab.evaluate(() => {
        const root = document.querySelector('kelisim-view')?.shadowRoot
        const parts = root?.querySelectorAll('section, dialog[open], footer button') ?? []
        return [...parts].map((part) => {
          const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } =
            getComputedStyle(part)
          const isEdge = borderTopStyle === 'solid' && parseFloat(borderTopWidth) >= 1
          return isEdge && borderTopColor !== backgroundColor
        })
      })
    expect(await edges()).toEqual([true, true, true, true])
    await tab.click(button('notice.customise'))
    const analytics = await tab.see(toggle('analytics'))
    expect(analytics).toMatchObject({ checked: false })
    expect(await edges()).not.toContain(false)
  })

  test('breaks no rule of axe, in any language, light or dark, wide or narrow', async () => {
    const body = '<main><h1>Page</h1><p>Text</p></main>'
    const tab = await visit(page({ head: `${tag({ options: OPTIONS })}${AXE_TAG}`, body }))
    for (const width of [320, 1_280]) {
      await tab.setViewport(width, 800)
      for (const dark of [false, true]) {
        await tab.emulate({ dark })
        for (const language of LANGUAGES) {
          await tab.evaluate((code) => kelisim.setLanguage(code), language)
          await tab.see(notice(language))
          expect(await violations(tab), `notice ${language} ${width} ${dark}`).toEqual([])
          await tab.evaluate(() => kelisim.showPreferences())
          await tab.see(dialog(language))
          await unfoldAll(tab)
          expect(await violations(tab), `preferences ${language} ${width} ${dark}`).toEqual([])
          await tab.evaluate(() => kelisim.showBanner())
          await tab.seeNo(dialog(language))
        }
      }
    }
  })

  test('moves nothing on the page', async () => {
    // Only Chromium measures shifts by itself.
    const watch = `<script>
      window.shifts = []
      new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
        .observe({ type: 'layout-shift', buffered: true })
    </script>`
    const text = '<p>Text of the page that must stay where it is.</p>'.repeat(30)
    const tab = await visit(page({ head: watch + tag(), body: text }))
    const places = () =>
      tab.evaluate(() =>
        [...document.querySelectorAll('p')].map((part) => part.getBoundingClientRect().toJSON()),
      )
    const before = await places()
    await tab.evaluate(() => kelisim.showPreferences())
    await tab.see(dialog())
    expect(await places()).toEqual(before)
    await tab.press('Escape')
    await tab.evaluate(() => kelisim.showBanner())
    await tab.click(button('notice.accept'))
    await tab.seeNo(notice())
    expect(await places()).toEqual(before)
    expect(
      await tab.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts),
    ).toEqual([])
  })
})
