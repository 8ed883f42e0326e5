import { beforeAll, describe, expect, test } from 'vitest'
import type { Options } from '../../../packages/core/src/model/options.ts'
import { choiceCookie } from '../../../packages/kelisim/src/testing.ts'
import { engines } from '../engines.ts'
import { AXE_TAG, serveAxe, violations } from '../pages/axe.ts'
import { contacted, openShop, RUNS, SHOP, shopPage } from '../pages/shop.ts'
import { runs } from '../pages/in-page.ts'
import { button, LANGUAGES, notice, reopenControl, say, type Language } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'

const BUILT = new URL('../../../packages/kelisim/dist/archive.js', import.meta.url).href
const DAY = 864e5
const dayIn = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)
const COUNTER = { id: 'counter', category: 'analytics', vendor: 'Counter Ltd', country: 'KZ' }
const ADS = { id: 'ads', category: 'marketing', vendor: 'Ads Ltd', country: 'KZ' }
const UPCOMING = {
  version: '2027-01-01',
  url: '/privacy?2027',
  effectiveFrom: dayIn(30),
  summary: { kk: 'Карта қосылды.', ru: 'Добавлена карта.', en: 'A map was added.' },
}
const BEFORE: Options = {
  operator: { name: 'ТОО «Пример»', bin: '123456789013', email: 'a@example.kz', country: 'KZ' },
  policy: { version: '2026-01-15', url: '/privacy', archive: '/policy/', upcoming: UPCOMING },
  services: [COUNTER, ADS],
}
const AFTER: Options = {
  ...BEFORE,
  policy: { ...BEFORE.policy, upcoming: { ...UPCOMING, effectiveFrom: dayIn(-1) } },
  services: [COUNTER, { ...ADS, country: 'US' }],
}

const upcoming = (language: Language = 'ru') =>
  ({ role: 'region', name: say(language, 'upcoming.title') }) as const

describe.each(engines)('an announced policy in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openShop(stage.site)
    serveAxe(stage.site, SHOP)
  })

  const setPage = (options: Options, more = '') => {
    const config = `<script type="application/json" data-kelisim-config>${JSON.stringify(options)}`
    const head = `${config}</script><script src="/kelisim/kelisim.js"></script>${more}`
    stage.site.route(`${SHOP}/page`, shopPage({ head }))
  }
  const returnTo = async (now: Options, more = '', choice = choiceCookie(BEFORE, 'all', SHOP)) => {
    setPage(now, more)
    const { name, value, expires } = choice
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/next`)
    await tab.setCookie({ name, value, expires })
    await tab.goto(`${SHOP}/page`)
    return tab
  }
  const status = (tab: Tab) => tab.evaluate(() => kelisim.$status.get())

  test('is told ahead of its day; nothing is asked or stopped by it', async () => {
    const tab = await returnTo(BEFORE)
    const { text } = await tab.see(upcoming())
    expect(text).toContain(UPCOMING.summary.ru)
    expect(await status(tab)).toBe('decided')
    await expect.poll(() => runs(tab)).toEqual(RUNS.all)
    expect(await tab.find(notice())).toBeNull()
    // The page stays in use, and so does the control that opens the preferences.
    await tab.click('input')
    await tab.click(reopenControl())
    await tab.seeNo(upcoming())
  })

  test('is told where the options list no service, also to whoever refused everything', async () => {
    const { services: _, ...without } = BEFORE
    const tab = await returnTo(without, '', choiceCookie(without, 'none', SHOP))
    expect((await tab.see(upcoming())).text).toContain(UPCOMING.summary.ru)
  })

  test('is not told again to whoever has closed it; the next version is', async () => {
    const tab = await returnTo(BEFORE)
    await tab.click(button('upcoming.close'))
    await tab.seeNo(upcoming())
    await tab.reload()
    await tab.see(reopenControl())
    await expect.poll(() => runs(tab)).toEqual(RUNS.all)
    expect(await tab.find(upcoming())).toBeNull()
    const next = { ...UPCOMING, version: '2027-02-01' }
    setPage({ ...BEFORE, policy: { ...BEFORE.policy, upcoming: next } })
    await tab.reload()
    await tab.see(upcoming())
  })

  test('leads to its text, which can be read before it holds', async () => {
    stage.site.route(`${SHOP}/privacy?2027`, '<!doctype html><h1>2027</h1>')
    const tab = await returnTo(BEFORE)
    await tab.click({ role: 'link', name: say('ru', 'upcoming.read') })
    await expect.poll(() => tab.url()).toBe(`${SHOP}/privacy?2027`)
  })

  test('does not disturb a first question: it is told on the next page', async () => {
    setPage(BEFORE)
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/page`)
    await tab.click(button('notice.reject'))
    await tab.see(reopenControl())
    expect(await tab.find(upcoming())).toBeNull()
    await tab.reload()
    await tab.see(upcoming())
    expect(contacted(stage.site)).toEqual([])
  })

  test('asks from its day on what has changed, says what, and links to both versions', async () => {
    const { archiveFiles, shownText } = await import(/* @vite-ignore */ BUILT)
    const policy = { ru: 'Текст политики' }
    const files: Record<string, string> = {
      ...(await archiveFiles(BEFORE, { policy })),
      ...(await archiveFiles(AFTER, { policy, earlier: ['2026-01-15'] })),
    }
    for (const [name, body] of Object.entries(files)) {
      const type = name.endsWith('json') ? 'application/json' : 'text/html; charset=utf-8'
      stage.site.route(`${SHOP}/policy/${name}`, { body, headers: { 'content-type': type } })
    }
    const tab = await returnTo(AFTER)
    const { text } = await tab.see(notice())
    const question = { categories: say('ru', 'category.marketing').toLowerCase() }
    expect(text).toContain(say('ru', 'notice.again', question))
    expect(text).toContain(UPCOMING.summary.ru)
    expect(await tab.find(upcoming())).toBeNull()
    await expect.poll(() => runs(tab)).toEqual(RUNS.analytics)
    const linksTo = () =>
      tab.evaluate(() => {
        const root = document.querySelector('kelisim-view')?.shadowRoot
        return [...(root?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'))
      })
    expect(await linksTo()).toEqual([
      `${SHOP}/privacy?2027`,
      `${SHOP}/policy/2026-01-15.html`,
      `${SHOP}/policy/2027-01-01.html`,
    ])
    const screen = await tab.evaluate(
      () => document.querySelector('kelisim-view')?.shadowRoot?.textContent,
    )

    await tab.click(button('notice.accept'))
    await expect.poll(() => runs(tab)).toEqual(RUNS.all)
    await expect.poll(() => tab.evaluate(async () => (await kelisim.records()).length)).toBe(1)
    const [record] = await tab.evaluate(async () => kelisim.records())
    expect(record?.policy).toEqual({ version: '2027-01-01', url: '/privacy?2027' })
    // The archive has the very text that the record is of.
    const archive = await tab.evaluate(async () => (await fetch('/policy/2027-01-01.json')).json())
    expect(shownText(archive, record)).toBe(screen)
    expect(archive.asked).toEqual(record?.asked)

    const link = { role: 'link', name: say('ru', 'notice.before', { version: '2026-01-15' }) }
    await tab.evaluate(() => kelisim.showBanner())
    await tab.see(notice())
    // All is answered now, so there is nothing to compare.
    expect(await tab.find(link)).toBeNull()
    await tab.goto(`${SHOP}/policy/2026-01-15.html`)
    await tab.see({ role: 'heading', name: 'ТОО «Пример» · 2026-01-15' })
  })

  test('has the text of a first answer on either layer in the archive, in every language', async () => {
    const { archiveFiles, shownText } = await import(/* @vite-ignore */ BUILT)
    const files = await archiveFiles(BEFORE, { policy: {} })
    const archive = JSON.parse(files['2026-01-15.json'])
    for (const language of LANGUAGES) {
      for (const [layer, answer] of [
        ['notice', 'notice.reject'],
        ['preferences', 'preferences.save'],
      ] as const) {
        setPage({ ...BEFORE, language })
        const tab = await stage.newTab()
        await tab.goto(`${SHOP}/page`)
        if (layer === 'preferences') await tab.click(button('notice.customise', language))
        await tab.click(button(answer, language))
        await expect.poll(() => tab.evaluate(async () => (await kelisim.records()).length)).toBe(1)
        const [record] = await tab.evaluate(async () => kelisim.records())
        expect(shownText(archive, record)).toContain(say(language, `${layer}.title`))
      }
    }
  })

  test('breaks no rule of axe, in any language, light or dark, wide or narrow', async () => {
    const tab = await returnTo(BEFORE, AXE_TAG)
    for (const width of [320, 1_280]) {
      await tab.setViewport(width, 800)
      for (const dark of [false, true]) {
        await tab.emulate({ dark })
        for (const language of LANGUAGES) {
          await tab.evaluate((code) => kelisim.setLanguage(code), language)
          const { box, coveredBy } = await tab.see(upcoming(language))
          expect(coveredBy).toBeNull()
          expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0)
          expect(box.x + box.width).toBeLessThanOrEqual(width)
          expect(await violations(tab, 'kelisim-upcoming')).toEqual([])
        }
      }
    }
  })
})
