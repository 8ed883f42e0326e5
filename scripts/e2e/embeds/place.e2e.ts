import { beforeAll, describe, expect, test } from 'vitest'
import { quickEngines } from '../engines.ts'
import { AXE_TAG, serveAxe, violations } from '../pages/axe.ts'
import { button, LANGUAGES, notice } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import {
  HELD_VIDEO,
  ONCE,
  openSchool,
  placeholder,
  SCHOOL,
  schoolPage,
  VIDEO,
  visitSchool,
} from './embeds-page.ts'

declare global {
  var shifts: number
}

describe.each(quickEngines)('the place of a held embed in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openSchool(stage.site)
    serveAxe(stage.site, SCHOOL)
  })

  const visit = (page?: string, size?: readonly [number, number]) => visitSchool(stage, page, size)

  const faultsOf = (tab: Tab) => tab.evaluate(() => [...faults, ...heard])
  const vendors = () =>
    stage.site.requests({ awayFrom: ['school.example.kz'] }).map(({ url }) => url.href)

  test('in a template is stood in for where there is something to see', async () => {
    const tab = await visit(
      schoolPage(`
        <template data-category="functional"><iframe width="560" height="315" src="${VIDEO}"></iframe></template>
        <template data-category="marketing"><script>faults.push('ran')</script></template>
        <template data-category="marketing"><iframe width="0" height="0" src="https://ads.example/n"></iframe></template>`),
    )
    const { box } = await tab.see('kelisim-placeholder')
    expect([box.width, box.height].map(Math.round)).toEqual([564, 319])
    expect(await tab.evaluate(() => document.querySelectorAll('kelisim-placeholder').length)).toBe(
      1,
    )
    await tab.click(ONCE)
    await tab.see('iframe[src]')
    await expect.poll(() => tab.evaluate(() => document.activeElement?.localName)).toBe('iframe')
    expect(await faultsOf(tab)).toEqual([])
  })

  test('is kept under a strict policy for styles and scripts', async () => {
    const policy = "style-src 'none'; require-trusted-types-for 'script'; trusted-types kelisim"
    const headers = { 'content-security-policy': policy, 'content-type': 'text/html' }
    stage.site.route(`${SCHOOL}/`, { headers, body: schoolPage() })
    const tab = await stage.newTab()
    await tab.setViewport(1000, 900)
    await tab.goto(`${SCHOOL}/`)
    await tab.see(placeholder('Video'))
    expect(await tab.see('kelisim-placeholder')).toMatchObject({ box: { width: 564, height: 319 } })
    await tab.click(ONCE)
    await tab.see('iframe[src]')
    expect(await faultsOf(tab)).toEqual([])
  })

  test('shows a picture of the site, and none of the vendor', async () => {
    const withPoster = (src: string) =>
      HELD_VIDEO.replace('title=', `data-kelisim-poster="${src}" title=`)
    const tab = await visit(schoolPage(withPoster('/poster.svg')))
    await tab.see(placeholder('Video'))
    const posters = () =>
      tab.evaluate(() =>
        [...document.querySelectorAll('kelisim-placeholder')].map(
          ({ shadowRoot }) => shadowRoot?.querySelector('img')?.src ?? '',
        ),
      )
    expect(await posters()).toEqual([`${SCHOOL}/poster.svg`])
    stage.site.route(`${SCHOOL}/`, schoolPage(withPoster('https://i.video.example/1.jpg')))
    await tab.reload()
    await tab.see(placeholder('Video'))
    expect(await posters()).toEqual([''])
    await expect.poll(() => faultsOf(tab)).toEqual(['early-contact'])
    expect(vendors()).toEqual([])
  })

  test.each([
    ['attributes', ''],
    ['a width of the page', '#video { width: 100%; height: 240px }'],
    ['an aspect ratio', '#video { width: 80%; height: auto; aspect-ratio: 16 / 9; border: 0 }'],
    [
      'a box around it',
      'main { position: relative; padding-top: 56.25% } #video { position: absolute; inset: 0; width: 100%; height: 100%; border: 0 }',
    ],
    ['a block in the middle', '#video { display: block; margin: 10px auto; max-width: 100% }'],
    ['a flexible row', 'main { display: flex; gap: 10px } #video { flex: 1; min-width: 0 }'],
    [
      'a grid',
      'main { display: grid; grid-template-columns: 1fr 1fr } #video { width: 100%; height: 100%; min-height: 300px }',
    ],
    ['no size', '#video { width: auto; height: auto }'],
  ])('keeps the size that the frame has by %s, also in another window', async (_, css) => {
    const page = schoolPage(HELD_VIDEO, 'ru', `<style>${css}</style>`)
    const tab = await visit(page, [800, 900])
    await tab.see(placeholder('Video'))
    await tab.click(button('notice.reject'))
    await tab.seeNo(notice())
    const held = [await sizeAt(tab, 800), await sizeAt(tab, 500)]
    await tab.setViewport(800, 900)
    await tab.click(ONCE)
    await tab.seeNo(placeholder('Video'))
    const open = [await sizeAt(tab, 800), await sizeAt(tab, 500)]
    expect(held).toEqual(open)
  })

  // The others measure no layout shift.
  test.each(engine === 'chromium' ? [engine] : [])('shifts nothing on the page in %s', async () => {
    const tab = await visit()
    await tab.see(placeholder('Video'))
    await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
    expect(await tab.evaluate(() => shifts)).toBe(0)
  })

  test.each(LANGUAGES)('breaks no rule of axe in %s, light or dark', async (language) => {
    const tab = await visit(schoolPage(HELD_VIDEO, language, AXE_TAG), [320, 900])
    await tab.click(button('notice.reject', language))
    await tab.see(button('embed.once', language))
    for (const dark of [false, true]) {
      await tab.emulate({ dark })
      expect(await violations(tab)).toEqual([])
    }
  })

  test.each(LANGUAGES)('has room for its words in %s on a narrow screen', async (language) => {
    const css =
      '<style>body { margin: 16px } #video { width: 100%; height: auto; aspect-ratio: 16 / 9; border: 0 }</style>'
    const tab = await visit(schoolPage(HELD_VIDEO, language, css), [320, 640])
    await tab.click(button('notice.reject', language))
    for (const key of ['embed.once', 'embed.always']) {
      const { box, coveredBy } = await tab.see(button(key, language))
      expect(coveredBy).toBeNull()
      expect(box.height).toBeGreaterThanOrEqual(44)
      expect(box.x + box.width).toBeLessThanOrEqual(320)
    }
    const wide = await tab.evaluate(() => {
      const root = document.querySelector('kelisim-placeholder')?.shadowRoot
      const parts = [document.documentElement, ...(root?.querySelectorAll('div, p, button') ?? [])]
      return parts.filter((part) => part.scrollWidth > part.clientWidth).map(String)
    })
    expect(wide).toEqual([])
  })
})

const sizeAt = async (tab: Tab, width: number) => {
  await tab.setViewport(width, 900)
  await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)))
  return tab.evaluate(() => {
    const shown = document.querySelector('kelisim-placeholder') ?? document.querySelector('#video')
    const box = shown?.getBoundingClientRect()
    const after = document.querySelector('#after')?.getBoundingClientRect().y
    return [box?.x, box?.y, box?.width, box?.height, after].map((each) => Math.round(each ?? -1))
  })
}
