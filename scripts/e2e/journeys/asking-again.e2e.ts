import { beforeAll, describe, expect, test } from 'vitest'
import type { Options } from '../../../packages/core/src/model/options.ts'
import { choiceCookie } from '../../../packages/kelisim/src/testing.ts'
import { engines } from '../engines.ts'
import { recordedEvents, runs } from '../pages/in-page.ts'
import { openShop, RUNS, SHOP, shopPage } from '../pages/shop.ts'
import { button, dialog, notice, reopenControl, say, toggle } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'

const COUNTER = { id: 'counter', category: 'analytics', vendor: 'Counter Ltd', country: 'KZ' }
const ADS = { id: 'ads', category: 'marketing', vendor: 'Ads Ltd', country: 'KZ' }
const BEFORE: Options = {
  operator: { name: 'ТОО «Пример»', country: 'KZ' },
  services: [COUNTER, ADS],
}

const MARKETING = say('ru', 'category.marketing')

describe.each(engines)('asking again in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => openShop(stage.site))

  const setPage = (options: Options) => {
    const config = `<script type="application/json" data-kelisim-config>${JSON.stringify(options)}`
    const head = `${config}</script><script src="/kelisim/kelisim.js"></script>`
    stage.site.route(`${SHOP}/page`, shopPage({ head }))
  }
  const returnTo = async (now: Options, choice: Parameters<typeof choiceCookie>[1] = 'all') => {
    setPage(now)
    const { name, value, expires } = choiceCookie(BEFORE, choice, SHOP)
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/next`)
    await tab.setCookie({ name, value, expires })
    await tab.goto(`${SHOP}/page`)
    return tab
  }
  const expectRuns = (tab: Tab, expected: readonly string[]) =>
    expect.poll(() => runs(tab), { timeout: 5_000 }).toEqual(expected)
  // Inside the sentence the names may begin with small letters.
  const expectQuestion = async (tab: Tab, ...names: readonly string[]) => {
    const { text } = await tab.see(notice())
    const question = say('ru', 'notice.again', { categories: names.join(', ') })
    expect(text.toLowerCase()).toContain(question.toLowerCase())
  }
  const categories = (tab: Tab) => tab.evaluate(() => kelisim.$decision.get()?.categories ?? null)

  test('is not done for what changes nothing: another order, a new policy, a service gone', async () => {
    const tab = await returnTo({ ...BEFORE, services: [ADS, COUNTER], policy: { version: '2' } })
    await tab.see(reopenControl())
    await expectRuns(tab, RUNS.all)
    expect(await tab.find(notice())).toBeNull()
  })

  test('is about the category that a service was added to; the others keep running', async () => {
    const added = { id: 'pixels', category: 'marketing', vendor: 'Pixels Inc', country: 'US' }
    const tab = await returnTo({ ...BEFORE, services: [COUNTER, ADS, added] })
    await expectQuestion(tab, MARKETING)
    await expectRuns(tab, RUNS.analytics)

    await tab.click(button('notice.customise'))
    await tab.see(dialog())
    expect(await tab.see(toggle('analytics'))).toMatchObject({ checked: true })
    expect(await tab.see(toggle('marketing'))).toMatchObject({ checked: false })
    await tab.press('Escape')
    await tab.seeNo(dialog())
    await tab.evaluate(() => kelisim.showBanner())
    await tab.click(button('notice.accept'))
    await tab.seeNo(notice())
    await expectRuns(tab, RUNS.all)
    await expect
      .poll(() => recordedEvents(tab))
      .toEqual(['changed click accept-all functional+analytics+marketing'])
    await tab.reload()
    await expectRuns(tab, RUNS.all)
    expect(await tab.find(notice())).toBeNull()
  })

  test('takes a refusal for the changed category only', async () => {
    const moved = { ...ADS, country: 'US' }
    const tab = await returnTo({ ...BEFORE, services: [COUNTER, moved] })
    await expectQuestion(tab, MARKETING)
    await tab.click(button('notice.reject'))
    await tab.seeNo(notice())
    expect(await categories(tab)).toEqual({ functional: true, analytics: true, marketing: false })
    await tab.reload()
    await expectRuns(tab, RUNS.analytics)
    expect(await tab.find(notice())).toBeNull()
  })

  test('is about a category that is new, and widens no earlier answer', async () => {
    const tab = await returnTo(
      { ...BEFORE, categories: ['functional', 'analytics', 'marketing', AI] },
      ['marketing'],
    )
    await expectQuestion(tab, 'Обучение ИИ')
    await expectRuns(tab, RUNS.marketing)
    await tab.click(button('notice.allow'))
    await tab.seeNo(notice())
    expect(await categories(tab)).toEqual({
      functional: false,
      analytics: false,
      marketing: true,
      'ai-training': true,
    })
    expect(await runs(tab)).toEqual(RUNS.marketing)
  })

  test('is about everything after a raised revision, whatever was said before', async () => {
    const tab = await returnTo({ ...BEFORE, revision: 1 })
    const names = ['functional', 'analytics', 'marketing'].map((id) => say('ru', `category.${id}`))
    await expectQuestion(tab, ...names)
    expect(await runs(tab)).toEqual([])
    await tab.click(button('notice.reject'))
    await tab.seeNo(notice())
    await tab.reload()
    await tab.see(reopenControl())
    expect(await runs(tab)).toEqual([])
    expect(await tab.find(notice())).toBeNull()
  })
})

const AI = {
  id: 'ai-training',
  label: { ru: 'Обучение ИИ', kk: 'ЖИ оқыту', en: 'AI training' },
} as const
