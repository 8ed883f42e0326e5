import { beforeAll, describe, expect, test } from 'vitest'
import type { Options } from '../../../packages/core/src/model/options.ts'
import { choiceCookie } from '../../../packages/kelisim/src/testing.ts'
import { engines } from '../engines.ts'
import { originOf, serveExample } from '../example-site.ts'
import { noted, openWorld, page, tag } from '../hostile/page.ts'
import { AXE_TAG, serveAxe, violations } from '../pages/axe.ts'
import { LANGUAGES, notice, reopenControl, say, type Language } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'

const HOST = 'https://policy.example'
const BUILT = new URL('../../../packages/kelisim/dist/declaration.js', import.meta.url).href
const COUNTER = {
  id: 'counter',
  category: 'analytics',
  name: 'Counter & <b>Co</b>',
  vendor: 'Counter LLP',
  country: 'KZ',
  privacyUrl: 'https://counter.example/privacy',
  purpose: { kk: 'Келушілерді санайды', ru: 'Считает посетителей', en: 'Counts visitors' },
  storage: [
    { kind: 'cookie', name: 'counter_id', lifetime: 'P1Y6M' },
    { kind: 'session', name: 'counter_*', lifetime: 'session' },
    { kind: 'idb', name: 'counter', lifetime: '', party: 3 },
  ],
} as const
const OPTIONS: Options = {
  operator: { name: 'ТОО «Пример»', bin: '123456789013', email: 'a@example.kz', country: 'KZ' },
  policy: { url: '/privacy', version: '2026-11-01' },
  services: [
    COUNTER,
    {
      id: 'ads',
      category: 'marketing',
      vendor: 'Ads Inc.',
      country: 'US',
      countries: ['US', 'IE'],
      recordsInput: true,
      purpose: 'Ads',
      storage: [{ kind: 'cookie', name: 'ad_user', lifetime: 'PT20H' }],
    },
  ],
}
const LOOK = `<style>
  :root { color-scheme: light dark }
  body { margin: 16px; background: #fff; color: #111; font: 16px/1.5 sans-serif }
  a { color: #0645ad }
  @media (prefers-color-scheme: dark) {
    body { background: #111; color: #eee }
    a { color: #8ab4f8 }
  }
  caption { font-weight: bold }
</style>`
const IN_ALL = LANGUAGES.map(
  (language) => `<section lang="${language}"><h2>${language}</h2>
<kelisim-declaration id="${language}"></kelisim-declaration></section>`,
).join('')

const tables = (tab: Tab) => tab.evaluate(() => document.querySelectorAll('table').length)
const textOf = (tab: Tab, selector: string) =>
  tab.evaluate((found) => document.querySelector(found)?.textContent ?? '', selector)

describe.each(engines)('the declaration in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openWorld(stage.site)
    serveAxe(stage.site, HOST)
  })

  const visit = async (body: string, { options = OPTIONS, head = '', lang = 'ru' } = {}) => {
    const main = `<main><h1>Policy</h1>${body}</main>`
    const answer = page({ lang, head: LOOK + tag({ options }) + head, body: main })
    stage.site.route(`${HOST}/`, answer)
    const tab = await stage.newTab()
    await tab.goto(`${HOST}/`)
    return tab
  }
  const decided = async (body: string) => {
    const tab = await visit('')
    const { name, value, expires } = choiceCookie(OPTIONS, 'none', HOST)
    await tab.setCookie({ name, value, expires })
    stage.site.route(`${HOST}/`, page({ head: LOOK + tag({ options: OPTIONS }), body }))
    await tab.goto(`${HOST}/`)
    return tab
  }

  test('says in each language what the same options say at build time, node for node', async () => {
    const { declarationHtml } = await import(/* @vite-ignore */ BUILT)
    const tab = await visit(IN_ALL)
    await expect.poll(() => tables(tab)).toBe(18)
    for (const language of LANGUAGES) {
      const html: string = declarationHtml(OPTIONS, language)
      const isEqual = await tab.evaluate(
        (id, text) => {
          const template = document.createElement('template')
          template.innerHTML = text
          const made = template.content.firstChild
          return document.querySelector(`#${id}`)?.firstChild?.isEqualNode(made) ?? false
        },
        language,
        html,
      )
      expect({ language, isEqual }).toEqual({ language, isEqual: true })
    }
    const russian = await textOf(tab, '#ru')
    for (const word of ['1 год 6 месяцев', '20 часов', 'до закрытия вкладки', 'США, Ирландия'])
      expect(russian).toContain(word)
    expect(russian).toContain('Counter & <b>Co</b>')
    expect(await textOf(tab, '#kk')).toContain('20 сағат')
    expect(await noted(tab)).toMatchObject({ faults: [], violations: [] })
  })

  test('is there for whoever has refused everything, with no question on the screen', async () => {
    const tab = await decided('<p data-kelisim="declaration">Loading</p>')
    await tab.see(reopenControl())
    await expect.poll(() => textOf(tab, 'p[data-kelisim]')).toContain('__Host-kelisim')
    expect(await tab.find(notice())).toBeNull()
  })

  test('comes with the page’s content, follows its language, and goes with us', async () => {
    const tab = await visit('')
    await tab.see(notice())
    await tab.evaluate(() => {
      const place = document.createElement('kelisim-declaration')
      place.textContent = 'Before'
      document.body.append(place)
    })
    await expect.poll(() => textOf(tab, 'kelisim-declaration h3')).toBe('Строго необходимые')
    await tab.evaluate(() => (document.documentElement.lang = 'kz'))
    await expect.poll(() => textOf(tab, 'kelisim-declaration h3')).toBe('Қатаң қажетті')
    await tab.evaluate(() => Reflect.get(window, 'kelisim').destroy())
    expect(await textOf(tab, 'kelisim-declaration')).toBe('Before')
    expect(await tab.evaluate(() => document.adoptedStyleSheets.length)).toBe(0)
  })

  test('needs no style or script that a strict policy forbids', async () => {
    const csp = "default-src 'none'; script-src 'self'; style-src 'none'; img-src 'self'"
    stage.site.route(`${HOST}/`, {
      headers: { 'content-security-policy': `${csp}; require-trusted-types-for 'script'` },
      body: page({
        head: '<script src="/kelisim/kelisim.js"></script>',
        body: '<kelisim-declaration></kelisim-declaration>',
      }),
    })
    const tab = await stage.newTab()
    await tab.setViewport(320, 640)
    await tab.goto(`${HOST}/`)
    await expect.poll(() => tables(tab)).toBe(2)
    expect(await noted(tab)).toMatchObject({ faults: [], violations: [] })
    const overflow = await tab.evaluate(() => {
      const scroller = document.querySelector('.kelisim-table')
      return scroller && getComputedStyle(scroller).overflowX
    })
    expect(overflow).toBe('auto')
  })

  test('scrolls its wide tables by themselves at 320 px, and not on paper', async () => {
    const tab = await visit(IN_ALL)
    await tab.setViewport(320, 640)
    await expect.poll(() => tables(tab)).toBe(18)
    const { page: wide, scrolled } = await tab.evaluate(() => ({
      page: document.documentElement.scrollWidth - innerWidth,
      scrolled: [...document.querySelectorAll('.kelisim-table')].filter(
        (part) => part.scrollWidth > part.clientWidth,
      ).length,
    }))
    expect(wide).toBeLessThanOrEqual(0)
    expect(scrolled).toBeGreaterThan(0)
    const onPaper = await tab.evaluate(() => {
      for (const sheet of document.adoptedStyleSheets) {
        // No engine prints here, so the rules for the screen are taken out of force.
        for (const rule of sheet.cssRules) {
          if (rule instanceof CSSMediaRule && rule.media.mediaText === 'screen')
            rule.media.mediaText = 'print'
        }
      }
      const scroller = document.querySelector('.kelisim-table')
      return scroller && getComputedStyle(scroller).overflowX
    })
    expect(onPaper).toBe('visible')
  })

  test('takes its looks from the page', async () => {
    const head = '<style>td { padding: 3px; text-align: right } caption { text-align: end }</style>'
    const tab = await visit('<kelisim-declaration></kelisim-declaration>', { head })
    await expect.poll(() => tables(tab)).toBe(6)
    const looks = await tab.evaluate(() => {
      const style = (tag: string) => getComputedStyle(document.querySelector(tag) as Element)
      return [style('td').paddingLeft, style('td').textAlign, style('caption').textAlign]
    })
    expect(looks).toEqual(['3px', 'right', 'end'])
  })

  test('breaks no rule of axe, in any language, light or dark, wide or narrow', async () => {
    const tab = await visit(IN_ALL, { head: AXE_TAG })
    await expect.poll(() => tables(tab)).toBe(18)
    for (const width of [320, 1_280]) {
      await tab.setViewport(width, 800)
      for (const dark of [false, true]) {
        await tab.emulate({ dark })
        expect(await violations(tab), `${width} ${dark}`).toEqual([])
      }
    }
  })

  test('gives every cell its headers, and every wide table the keyboard', async () => {
    const tab = await visit('<kelisim-declaration></kelisim-declaration>')
    await expect.poll(() => tables(tab)).toBe(6)
    const bad = await tab.evaluate(
      () =>
        [...document.querySelectorAll('table')].filter((table) => {
          const [head, ...rows] = [...table.rows].map((row) => [...row.cells])
          const isHead = head?.every(({ scope }) => scope === 'col')
          const isBody = rows.every(
            (cells) => cells[0]?.scope === 'row' && cells.length === head?.length,
          )
          return !isHead || !isBody || !table.caption?.textContent
        }).length,
    )
    expect(bad).toBe(0)
    const caption = say('ru', 'declaration.services', { category: 'Строго необходимые' })
    await tab.see({ role: 'group', name: caption })
    await tab.evaluate(() => document.querySelector<HTMLElement>('.kelisim-table')?.focus())
    expect(await tab.focused()).toMatchObject({ name: caption })
  })

  test('stands on the policy page of the example, in its three languages', async () => {
    await serveExample(stage.site, 'plain-html', { pages: ['/privacy/'] })
    const tab = await stage.newTab()
    await tab.goto(`${originOf('plain-html')}/privacy/`)
    await expect.poll(() => tables(tab)).toBe(21)
    const firsts = await tab.evaluate(() =>
      [...document.querySelectorAll('kelisim-declaration')].map(
        (place) => place.querySelector('h3')?.textContent,
      ),
    )
    const necessary = (language: Language) => say(language, 'category.necessary')
    expect(firsts).toEqual([necessary('ru'), necessary('kk'), necessary('en')])
  })
})
