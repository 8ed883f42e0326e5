import { beforeAll, describe, expect, test } from 'vitest'
import { toldCodes } from '../hostile/page.ts'
import { quickEngines } from '../engines.ts'
import { button, dialog, notice } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import { openSchool, unfoldServices, visitSchool } from './school.ts'

const DEV = '/kelisim/kelisim.dev.js'
const BRANDS = ['#ffe600', '#00ff00', '#ff6f61', '#0b1220', '#fff', 'oklch(0.9 0.2 110)']
// Left, top, right, bottom: whether the notice is at that edge of the window.
const PLACES = {
  'top-left': 'left top',
  top: 'top',
  'top-right': 'top right',
  'bottom-left': 'left bottom',
  bottom: 'bottom',
  'bottom-right': 'right bottom',
} as const

describe.each(quickEngines)('the theme in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => openSchool(stage))

  const css = (text: string) => ({ head: `<style>${text}</style>` })
  /** The edges of the window that the notice is near to. */
  const edges = (tab: Tab) =>
    tab.evaluate(() => {
      const section = document.querySelector('kelisim-view')?.shadowRoot?.querySelector('section')
      const { left, top, right, bottom } = section?.getBoundingClientRect() ?? new DOMRect()
      const gaps = { left, top, right: innerWidth - right, bottom: innerHeight - bottom }
      return Object.entries(gaps)
        .filter(([, gap]) => gap >= 0 && gap <= 26)
        .map(([edge]) => edge)
        .join(' ')
    })
  /** How the two answers look, without their words. */
  const answers = (tab: Tab) =>
    tab.evaluate(() => {
      const hosts = [...document.querySelectorAll('kelisim-inline,kelisim-view')]
      const roots = hosts.flatMap(({ shadowRoot }) => shadowRoot ?? [])
      const buttons = roots.flatMap((root) => [...root.querySelectorAll('[part=choice]')])
      return buttons.slice(0, 2).map((button) => {
        const { width, height } = button.getBoundingClientRect()
        const { color, backgroundColor, font, padding, border, opacity } = getComputedStyle(button)
        const size = [Math.round(width), Math.round(height)]
        return JSON.stringify([size, color, backgroundColor, font, padding, border, opacity])
      })
    })
  const expectEqual = async (tab: Tab) => {
    const [reject, accept] = await answers(tab)
    expect(reject).toBe(accept)
  }

  test('puts a box to six places, and makes it a sheet on a phone', async () => {
    for (const [place, expected] of Object.entries(PLACES)) {
      const tab = await visitSchool(stage, { options: { place } })
      await tab.setViewport(1_000, 700)
      await expect.poll(() => edges(tab), { message: place }).toBe(expected)
      await expectEqual(tab)
      if (place !== 'top') continue
      await tab.setViewport(320, 800)
      await expect.poll(() => edges(tab)).toBe('left top right')
    }
  })

  test('lays a bar over the whole width, at the bottom and at the top', async () => {
    for (const [place, expected] of [
      ['bottom', 'left right bottom'],
      ['top', 'left top right'],
    ] as const) {
      const tab = await visitSchool(stage, { options: { layout: 'bar', place } })
      await tab.setViewport(1_000, 700)
      await expect.poll(() => edges(tab)).toBe(expected)
      await expectEqual(tab)
      for (const key of ['notice.reject', 'notice.accept', 'notice.customise']) {
        expect(await tab.see(button(key))).toMatchObject({ coveredBy: null })
      }
    }
  })

  test('puts a box into the middle, and the page can still be used', async () => {
    const body = '<button onclick="this.textContent = `used`">Use me</button>'
    const tab = await visitSchool(stage, { options: { layout: 'center' }, body })
    await tab.setViewport(1_000, 700)
    const { box } = await tab.see(notice())
    expect(Math.abs(box.x + box.width / 2 - 500)).toBeLessThan(10)
    expect(Math.abs(box.y + box.height / 2 - 350)).toBeLessThan(10)
    await expectEqual(tab)
    await tab.click({ role: 'button', name: 'Use me' })
    await tab.see({ role: 'button', name: 'used' })
  })

  test('makes the notice a part of the page, which moves with it', async () => {
    const body = '<p id="above">Above</p><aside data-kelisim="notice"></aside><p id="below">B</p>'
    const tab = await visitSchool(stage, { options: { layout: 'inline' }, body })
    const order = await tab.evaluate(() =>
      ['#above', 'kelisim-inline', '#below'].map(
        (part) => document.querySelector(part)?.getBoundingClientRect().y ?? -1,
      ),
    )
    expect(order).toEqual([...order].sort((a, b) => a - b))
    await expectEqual(tab)
    await tab.click(button('notice.customise'))
    await tab.see(dialog())
    await tab.press('Escape')
    await tab.seeNo(dialog())
    await tab.evaluate(() => kelisim.showBanner())
    await tab.click(button('notice.accept'))
    await tab.seeNo(notice())
    expect(await tab.evaluate(() => kelisim.acceptedCategory('analytics'))).toBe(true)
    expect(await tab.evaluate(() => [...faults, ...told])).toEqual([])
  })

  test('gives a brand’s colour a contrast that can be read, light and dark', async () => {
    for (const dark of [false, true]) {
      const tab = await visitSchool(stage, { media: { dark } })
      const ratios = await tab.evaluate((brands) => {
        const canvas = document.createElement('canvas').getContext('2d')
        const luminance = (colour: string) => {
          if (!canvas) return -1
          canvas.fillStyle = colour
          canvas.fillRect(0, 0, 1, 1)
          const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) =>
            value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
          )
          return 0.2126 * r + 0.7152 * g + 0.0722 * b
        }
        const section = document.querySelector('kelisim-view')?.shadowRoot?.querySelector('section')
        const link = section?.querySelector('a')
        if (!section || !link) return []
        return brands.map((brand) => {
          document.documentElement.style.setProperty('--kelisim-accent', brand)
          const text = luminance(getComputedStyle(link).color)
          const surface = luminance(getComputedStyle(section).backgroundColor)
          return (Math.max(text, surface) + 0.05) / (Math.min(text, surface) + 0.05)
        })
      }, BRANDS)
      expect(ratios).toHaveLength(BRANDS.length)
      for (const [index, ratio] of ratios.entries()) {
        expect(ratio, `${BRANDS[index]} ${dark ? 'dark' : 'light'}`).toBeGreaterThanOrEqual(4.5)
      }
    }
  })

  test('cannot make one answer louder than the other', async () => {
    const tab = await visitSchool(
      stage,
      css(`
        kelisim-view::part(choice) { background: green; font-size: 20px }
        kelisim-view::part(choice):first-child { background: red; font-size: 40px }
        kelisim-view::part(choice):last-of-type, kelisim-view::part(choice):nth-child(2) { opacity: 0.1 }
        kelisim-view button + button { display: none }
      `),
    )
    await expectEqual(tab)
    expect((await answers(tab))[0]).toContain('20px')
  })

  test('is reported in development where it is hard to read, and only then', async () => {
    const bad = await visitSchool(stage, {
      src: DEV,
      ...css(':root { --kelisim-text: #999; --kelisim-solid: #ccc }'),
    })
    await expect.poll(() => toldCodes(bad), { timeout: 5_000 }).toContain('low-contrast')
    await expect
      .poll(() => bad.evaluate(() => told.join()))
      .toMatch(/::part\(choice\)[^:]*: \d\.\d to 1/)
    const good = await visitSchool(stage, {
      src: DEV,
      ...css(':root { --kelisim-accent: #ffe600 }'),
    })
    await good.click(button('notice.customise'))
    await unfoldServices(good, '2 сервиса')
    await good.see('[part=service] .facts')
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(await toldCodes(good)).toEqual([])
  })

  test('tells in development of an inline notice that has no place', async () => {
    const tab = await visitSchool(stage, { src: DEV, options: { layout: 'inline' } })
    await expect.poll(() => toldCodes(tab)).toEqual(['no-place'])
  })
})
