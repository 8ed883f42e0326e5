import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { runs } from '../pages/in-page.ts'
import { fetchedFiles, openShop, SHOP, shopPage } from '../pages/shop.ts'
import {
  button,
  dialog,
  type Language,
  LANGUAGES,
  notice,
  reopenControl,
  say,
  toggle,
} from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'

const CATEGORIES = ['functional', 'analytics', 'marketing']

const CONFIG = `<script type="application/json" data-kelisim-config>${JSON.stringify({
  policy: { url: '/privacy' },
  languages: ['ru', 'uz'],
  texts: {
    ru: { 'notice.title': 'Печенье <b>здесь</b>' },
    uz: {
      'notice.title': 'Cookie fayllari',
      'notice.accept': 'Hammasini qabul qilish',
      'notice.reject': 'Rad etish',
      'language.uz': 'Oʻzbekcha',
      reopen: 'Cookie sozlamalari',
    },
  },
})}</script>`

describe.each(engines)('the language in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => openShop(stage.site))

  const langOf = (tab: Tab, selector: string) =>
    tab.evaluate((wanted) => {
      const root = document.querySelector('kelisim-view')?.shadowRoot
      return root?.querySelector(wanted)?.getAttribute('lang') ?? null
    }, selector)
  const expectNotice = async (tab: Tab, language: Language) => {
    const { text } = await tab.see(notice(language))
    const categories = CATEGORIES.map((id) => say(language, `category.${id}`)).join(', ')
    // Inside the sentence the names may begin with small letters.
    const body = say(language, 'notice.body', { categories })
    expect(text.toLowerCase()).toContain(body.toLowerCase())
    expect(text).toContain(say(language, 'notice.policy'))
    for (const key of ['notice.accept', 'notice.reject', 'notice.customise']) {
      await tab.see(button(key, language))
    }
    expect(await langOf(tab, 'section')).toBe(language)
  }

  test('is that of the page, its path, or the tag, in this order', async () => {
    const tag = (more: string) =>
      `<script src="/kelisim/kelisim.js" data-policy-url="/privacy" ${more}></script>`
    const pages: readonly (readonly [path: string, lang: string, more: string, Language])[] = [
      ['/a', 'kk', '', 'kk'],
      ['/b', 'ru', '', 'ru'],
      ['/c', 'en-GB', '', 'en'],
      ['/d', 'kz', '', 'kk'],
      ['/e', 'ru_RU', '', 'ru'],
      ['/kz/about', '', '', 'kk'],
      ['/ru/about', 'tlh', '', 'ru'],
      ['/kz/other', 'ru', '', 'ru'],
      ['/f', 'ru', 'data-lang="kk"', 'kk'],
      ['/g', 'ru', 'data-lang="auto"', 'ru'],
    ]
    const tab = await stage.newTab()
    for (const [path, lang, more, expected] of pages) {
      stage.site.route(SHOP + path, shopPage({ lang, head: tag(more), body: '' }))
      stage.site.forgetRequests()
      await tab.goto(SHOP + path)
      await expectNotice(tab, expected)
      // Only the texts of one language are fetched.
      const files = fetchedFiles(stage.site).filter((file) => /\.\w\w\.js/.test(file))
      expect([path, ...files]).toEqual([path, `notice.${expected}.js`])
    }
  })

  test('changes in place, where the focus stays, and is recorded with the answer', async () => {
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`)
    await tab.see(notice())
    for (const language of ['kk', 'en', 'kk'] as const) {
      const name = say(language, `language.${language}`)
      await tab.click({ role: 'button', name })
      await expectNotice(tab, language)
      expect(await tab.focused()).toMatchObject({ role: 'button', name })
    }
    await tab.click(button('notice.reject', 'kk'))
    await tab.see(reopenControl('kk'))
    expect(await tab.evaluate(() => kelisim.$decision.get()?.language)).toBe('kk')
    await tab.waitFor(async () => (await kelisim.records())[0]?.language === 'kk')
  })

  test('changes inside the preferences, and keeps what is ticked', async () => {
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`)
    await tab.click(button('notice.customise'))
    await tab.click(toggle('analytics'))
    for (const language of [...LANGUAGES, 'ru'] as const) {
      const name = say(language, `language.${language}`)
      await tab.click({ role: 'button', name })
      const { text } = await tab.see(dialog(language))
      expect(await tab.focused()).toMatchObject({ role: 'button', name })
      expect(await langOf(tab, 'dialog')).toBe(language)
      for (const id of ['necessary', ...CATEGORIES]) {
        expect(text).toContain(say(language, `category.${id}`))
        expect(text).toContain(say(language, `preferences.description.${id}`))
      }
      expect(await tab.see(toggle('analytics', language))).toMatchObject({ checked: true })
      expect(await tab.see(toggle('marketing', language))).toMatchObject({ checked: false })
    }
    expect(await runs(tab)).toEqual([])
    await tab.click(button('preferences.save'))
    await tab.seeNo(dialog())
    expect(await tab.evaluate(() => kelisim.$decision.get()?.categories)).toEqual({
      functional: false,
      analytics: true,
      marketing: false,
    })
  })

  test('follows the page that changes it by code', async () => {
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`)
    await tab.see(notice())
    await tab.evaluate(() => kelisim.setLanguage('kz'))
    await expectNotice(tab, 'kk')
    expect(await tab.evaluate(() => faults)).toEqual([])
  })

  test('may have texts of the owner, and languages too', async () => {
    const tag = '<script src="/kelisim/kelisim.js"></script>'
    stage.site.route(`${SHOP}/before`, shopPage({ head: CONFIG + tag }))
    stage.site.route(`${SHOP}/after`, shopPage({ head: tag, body: CONFIG }))
    const tab = await stage.newTab()
    for (const path of ['/before', '/after']) {
      await tab.goto(SHOP + path)
      const region = await tab.see({ role: 'region', name: 'Печенье <b>здесь</b>' })
      expect(region.text).toContain(say('ru', 'notice.policy'))
      expect(await tab.find({ role: 'button', name: 'English' })).toBeNull()
      await tab.evaluate(() => kelisim.setLanguage('uz'))
      await tab.see({ role: 'region', name: 'Cookie fayllari' })
      await tab.see({ role: 'button', name: 'Hammasini qabul qilish' })
      expect(await langOf(tab, 'section')).toBe('uz')
      await tab.click({ role: 'button', name: 'Rad etish' })
      await tab.see({ role: 'button', name: 'Cookie sozlamalari' })
      expect(await tab.evaluate(() => [faults, kelisim.$decision.get()?.language])).toEqual([
        [],
        'uz',
      ])
      await tab.deleteCookies()
    }
  })

  test('is called in the switch as its own texts call it', async () => {
    const head = `${CONFIG}<script src="/kelisim/kelisim.js"></script>`
    stage.site.route(`${SHOP}/before`, shopPage({ head }))
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/before`)
    await tab.see({ role: 'button', name: 'Русский' })
    expect(await tab.find({ role: 'button', name: 'Oʻzbekcha' })).not.toBeNull()
  })
})
