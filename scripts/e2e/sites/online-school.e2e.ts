import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  shownText,
  type PolicyArchive,
} from '../../../packages/kelisim/src/archive/policy-archive.ts'
import type { ConsentRecord } from '../../../packages/core/src/on-demand/consent-record.ts'
import { choiceCookie } from '../../../packages/kelisim/src/testing.ts'
import { engines, quickEngines } from '../engines.ts'
import { buildExamples, originOf, serveEmbeds, serveExample } from '../example-site.ts'
import '../pages/in-page.ts'
import { unfoldAll } from '../pages/unfold.ts'
import { button, dialog, notice, reopenControl, say } from '../pages/words.ts'
import { openVendors } from '../services/vendors.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'

const NAME = 'online-school'
const SITE = originOf(NAME)
const FOLDER = fileURLToPath(new URL(`../../../examples/${NAME}`, import.meta.url))
const AGE = '[part=statement] input'
const WEBVISOR = { role: 'switch', name: 'Yandex Metrika Webvisor' } as const

describe.each(engines)('the online school in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(async () => {
    // Whoever builds it for the first engine builds it for all.
    if (engine === engines[0]) {
      await buildExamples(NAME)
      await promisify(execFile)(process.execPath, ['archive.mjs'], { cwd: FOLDER })
    }
    openVendors(stage.site)
    serveEmbeds(stage.site)
    await serveExample(stage.site, NAME, { folder: `${NAME}/dist`, pages: ['/', '/privacy/'] })
  })

  const open = async (path = '/') => {
    const tab = await stage.newTab()
    await tab.goto(SITE + path)
    await tab.see(notice())
    return tab
  }
  const hosts = () =>
    new Set(
      stage.site.requests({ awayFrom: [new URL(SITE).hostname] }).map(({ url }) => url.hostname),
    )
  /** The newest that the browser keeps, one line each. */
  const lastRecord = async (tab: Tab) => {
    await tab.waitFor(() => Boolean(localStorage.getItem('kelisim-records')))
    const lines = await tab.evaluate(() => localStorage.getItem('kelisim-records') ?? '')
    return JSON.parse(lines.split('\n').at(-1) ?? '') as ConsentRecord
  }
  const cookies = (tab: Tab) => tab.evaluate(() => document.cookie)
  const calls = (tab: Tab) => tab.evaluate(() => JSON.stringify(globalThis.vendorCalls ?? []))

  test('lets nobody but an adult or a parent agree, and everybody refuse', async () => {
    const tab = await open()
    await tab.click(button('notice.accept'))
    expect(await tab.see(AGE)).toMatchObject({ checked: false })
    expect([...hosts()]).toEqual([])
    await tab.click(button('notice.reject'))
    await tab.seeNo(notice())
    expect([...hosts()]).toEqual([])
    expect(await cookies(tab)).not.toContain('_ym')
  })

  test('loads what was accepted with the age stated, and takes it back when that is withdrawn', async () => {
    const tab = await open()
    const frame = () => tab.evaluate(() => document.querySelector('iframe')?.getAttribute('src'))
    expect(await frame()).toBe(null)
    await tab.click(AGE)
    await tab.click(button('notice.accept'))
    await tab.seeNo(notice())
    await expect.poll(() => hosts().has('mc.yandex.ru')).toBe(true)
    await expect.poll(() => hosts().has('top-fwz1.mail.ru')).toBe(true)
    await expect.poll(frame).toContain('youtube-nocookie')
    await tab.click(reopenControl())
    await tab.click(button('preferences.withdraw'))
    await expect.poll(frame).toBe(null)
    await expect.poll(() => cookies(tab)).not.toContain('_ym_uid')
  })

  if (!quickEngines.includes(engine)) return

  test('counts visits without a name or a recording, which is a switch of its own', async () => {
    const tab = await open()
    await tab.click(button('notice.customise'))
    await tab.see(dialog())
    await unfoldAll(tab)
    expect(await tab.see(WEBVISOR)).toMatchObject({ checked: false })
    await expect
      .poll(async () => (await tab.see(dialog())).text)
      .toContain(say('ru', 'details.records'))
    await tab.click(AGE)
    await tab.click({ role: 'switch', name: 'Yandex Metrika' })
    await tab.click(button('preferences.save'))
    await tab.seeNo(dialog())
    await expect.poll(() => calls(tab)).toContain('init')
    expect(await calls(tab)).not.toMatch(/"webvisor":true|userID|setUserID|userParams/i)
    expect(await tab.evaluate(() => document.querySelector('iframe')?.getAttribute('src'))).toBe(
      null,
    )
  })

  test('tells on its policy page who gets what, where, for how long and on what ground', async () => {
    const tab = await open('/privacy/')
    const { text } = await tab.see('kelisim-declaration')
    for (const words of [
      'Кемел',
      'YouTube',
      'Yandex Metrika',
      'VK',
      'США',
      'Россия',
      '_ym_uid',
      '1 год',
    ])
      expect(text).toContain(words)
    expect(text).toMatch(/Google\s+США\s+да/)
    expect(text).toContain(say('ru', 'details.ground.contract'))
  })

  test('writes the letter for a request: right, number of the consent, where to answer', async () => {
    const tab = await open()
    await tab.click(button('notice.reject'))
    await tab.seeNo(notice())
    await tab.click(reopenControl())
    await tab.see(dialog())
    await unfoldAll(tab)
    await tab.see({ role: 'link', name: say('ru', 'receipt.write') })
    const letter = await tab.evaluate(() => {
      const root = document.querySelector('kelisim-view')?.shadowRoot
      return root?.querySelector<HTMLAnchorElement>('a[href^=mailto][href*=body]')?.href ?? ''
    })
    const record = await lastRecord(tab)
    expect(letter).toMatch(/^mailto:privacy@kemel\.example\?/)
    expect(decodeURIComponent(letter)).toContain(record.consentId)
  })

  test('asks whoever answered the earlier policy about what is new, and links to both versions', async () => {
    const { options } = await import(`${FOLDER}/src/options.mjs`)
    const before = {
      ...options,
      policy: { version: '2025-01-15', url: '/privacy/' },
      services: options.services.filter(({ id }: { id: string }) => id !== 'vk-ads'),
    }
    const tab = await stage.newTab()
    await tab.goto(`${SITE}/policy/2025-01-15.html`)
    const { name, value, expires } = choiceCookie(before, 'all', SITE)
    await tab.setCookie({ name, value, expires })
    await tab.goto(`${SITE}/`)
    const { text } = await tab.see(notice())
    expect(text).toContain('Добавлена реклама VK.')
    expect(text).toContain(say('ru', 'category.marketing').toLowerCase())
    await expect.poll(() => hosts().has('mc.yandex.ru')).toBe(true)
    expect(hosts().has('top-fwz1.mail.ru')).toBe(false)
    for (const [key, version] of [
      ['notice.before', '2025-01-15'],
      ['notice.now', '2026-06-01'],
    ] as const) {
      await tab.goto(`${SITE}/`)
      await tab.click({ role: 'link', name: say('ru', key, { version }) })
      await expect.poll(() => tab.evaluate(() => document.title)).toContain(version)
    }
  })

  test('finds the text of each record in the archive of its policy', async () => {
    const archive = JSON.parse(
      await readFile(`${FOLDER}/dist/policy/2026-06-01.json`, 'utf8'),
    ) as PolicyArchive
    const tab = await open()
    await tab.click(button('notice.reject'))
    await tab.seeNo(notice())
    const record = await lastRecord(tab)
    expect(shownText(archive, record)).toContain('Файлы cookie')
    expect(archive.languages['ru']?.policy?.text).toContain('Отвечаем в течение')
  })
})
