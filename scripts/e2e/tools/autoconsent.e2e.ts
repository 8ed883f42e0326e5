import { beforeAll, describe, expect, test } from 'vitest'
import { quickEngines } from '../engines.ts'
import { recordedEvents, runs } from '../pages/in-page.ts'
import { BUILT, contacted, GATED, openShop, SHOP, shopPage } from '../pages/shop.ts'
import { button, LANGUAGES, notice, reopenControl, type Language } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import { lifecycle, results, runAutoconsent, serveAutoconsent } from './autoconsent.ts'

const OPTIONS = { policy: { url: '/privacy' } }
const { instantNotice } = (await import(
  new URL('instant.js', `file://${BUILT}`).href
)) as typeof import('../../../packages/kelisim/src/instant.ts')

describe.each(quickEngines)('autoconsent in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openShop(stage.site)
    serveAutoconsent(stage.site, SHOP)
  })

  const visit = async (
    language: Language = 'ru',
    options: object = OPTIONS,
    body = '<p data-kelisim="notice"></p>',
  ) => {
    const config = JSON.stringify({ ...options, language })
    const head = `<script type="application/json" data-kelisim-config>${config}</script>
      <script src="/kelisim/kelisim.js"></script>`
    stage.site.route(`${SHOP}/tool`, shopPage({ lang: language, head, body: body + GATED }))
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/tool`)
    await tab.see(notice(language))
    return tab
  }
  const decision = (tab: Tab) => tab.evaluate(() => kelisim.$decision.get())
  const said = (tab: Tab) => expect.poll(() => results(tab), { timeout: 10_000 })
  /** What nobody has agreed to has neither run nor been fetched. */
  const expectNothing = async (tab: Tab) => {
    expect(await runs(tab)).toEqual([])
    expect(contacted(stage.site)).toEqual([])
  }

  test.each(LANGUAGES)('finds the notice in %s and refuses for the visitor', async (language) => {
    const tab = await visit(language)
    await runAutoconsent(tab, { autoAction: 'optOut' })
    await said(tab).toEqual(['optOutResult true'])
    await tab.see(reopenControl(language))
    expect(await recordedEvents(tab)).toEqual(['refused tool reject-all nothing'])
    await tab.evaluate(() => autoconsentReceiveMessage({ type: 'selfTest' }))
    await said(tab).toEqual(['optOutResult true', 'selfTestResult true'])
    await tab.reload()
    await tab.see(reopenControl(language))
    expect(await tab.find(notice(language))).toBeNull()
    expect((await decision(tab))?.method).toBe('tool')
    await expectNothing(tab)
  })

  test('refuses by a notice that is a part of the page, too', async () => {
    const tab = await visit('ru', { ...OPTIONS, layout: 'inline' })
    await runAutoconsent(tab, { autoAction: 'optOut' })
    await said(tab).toEqual(['optOutResult true'])
    expect(await recordedEvents(tab)).toEqual(['refused tool reject-all nothing'])
  })

  test('refuses by the notice in the page’s HTML before anything else is there', async () => {
    stage.site.route(`${SHOP}/early`, {
      body: shopPage({ head: '', body: instantNotice(OPTIONS, 'ru') }),
    })
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/early`)
    await tab.see(notice())
    await runAutoconsent(tab, { autoAction: 'optOut' })
    await said(tab).toEqual(['optOutResult true'])
    await tab.evaluate(() => autoconsentReceiveMessage({ type: 'selfTest' }))
    await said(tab).toEqual(['optOutResult true', 'selfTestResult true'])
    await tab.goto(`${SHOP}/`)
    expect((await decision(tab))?.categories).toEqual({
      functional: false,
      analytics: false,
      marketing: false,
    })
  })

  test('cannot agree for the visitor: nothing is granted, and the question stays', async () => {
    const tab = await visit()
    await runAutoconsent(tab, { autoAction: 'optIn' })
    await said(tab).toEqual(['optInResult false'])
    expect(await decision(tab)).toBeNull()
    await tab.see(notice())
    await expectNothing(tab)
    // A person can still answer.
    await tab.click(button('notice.reject'))
    await tab.see(reopenControl())
  })

  test('cannot agree by guesses either, where it has no rule', async () => {
    const tab = await visit()
    await runAutoconsent(tab, { autoAction: 'optOut', rules: [], heuristicMode: 'tier2' })
    await expect.poll(() => lifecycle(tab)).toBe('nothingDetected')
    expect(await decision(tab)).toBeNull()
    await expectNothing(tab)
  })

  test('has nothing to answer where the visitor has chosen, or opens the preferences', async () => {
    const tab = await visit()
    await tab.click(button('notice.accept'))
    await tab.click(reopenControl())
    await runAutoconsent(tab, { autoAction: 'optOut' })
    await expect.poll(() => lifecycle(tab)).toBe('cmpDetected')
    expect(await results(tab)).toEqual([])
    expect((await decision(tab))?.method).toBe('click')
  })
})
