import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDemo, type Demo } from '../demo/demo.ts'
import { quickEngines } from './engines.ts'
import {
  buildExamples,
  originOf,
  serveExample,
  serveStrictCsp,
  serveThirdParty,
} from './example-site.ts'
import { EXAMPLES } from './examples.ts'
import { openVendors } from './services/vendors.ts'
import { setStage } from './stage.ts'
import type { Tab, Target } from './tab.ts'
declare const problems: string[]
// Three engines share two cores with everything else.
const SOON = { timeout: 5_000 }

const ACCEPT: Target = { role: 'button', name: /^(Принять все|Барлығын қабылдау|Accept them all)$/ }

beforeAll(() => buildExamples('vite-module', 'react', 'vue', 'i18next-host'))

describe.each(quickEngines)('in %s', (engine) => {
  const stage = setStage(engine)
  let stop: (() => void) | undefined
  let demo: Demo | undefined

  beforeAll(async () => {
    const { site } = stage
    serveThirdParty(site)
    await serveExample(site, 'plain-html', { pages: ['/', '/kk/', '/en/', '/privacy/'] })
    openVendors(site)
    await serveExample(site, 'trackers')
    await serveExample(site, 'tag-manager')
    await serveExample(site, 'spa-late-content', { pages: ['/', '/article.html'] })
    for (const name of ['vite-module', 'react', 'vue', 'i18next-host'])
      await serveExample(site, name, { folder: `${name}/dist` })
    stop = await serveStrictCsp(site)
    demo = await startDemo('plain-html', 0)
  })
  afterAll(async () => {
    stop?.()
    await demo?.close()
  })

  const open = async (name: string, path = '/') => {
    const tab = await stage.newTab()
    await tab.goto(originOf(name) + path)
    return tab
  }
  /** What the example asked other hosts for; the last words of an earlier one may still be on their way. */
  const abroad = (name: string) =>
    stage.site
      .requests({ awayFrom: [new URL(originOf(name)).hostname] })
      .filter(({ headers }) =>
        (headers.origin ?? headers.referer ?? originOf(name)).startsWith(originOf(name)),
      )
      .map(({ url }) => url.href)
  const problemsOf = (tab: Tab) => tab.evaluate(() => problems)

  test.each(EXAMPLES)('$name runs what was accepted, and keeps it', async (example) => {
    const { name, path, read, before, after } = example
    const tab = await open(name, path)
    await tab.see(ACCEPT)
    expect(await tab.evaluate(read)).toBe(before)
    expect(abroad(name)).toEqual([])
    await tab.click(ACCEPT)
    await tab.seeNo(ACCEPT)
    await expect.poll(() => tab.evaluate(read), SOON).toBe(after)
    expect(await problemsOf(tab)).toEqual([])
    await tab.reload()
    await expect.poll(() => tab.evaluate(read), SOON).toBe(after)
    expect(await tab.find(ACCEPT)).toBe(null)
    expect(await problemsOf(tab)).toEqual([])
  })

  test('plain-html asks once for all its pages', async () => {
    const tab = await open('plain-html')
    await tab.click({ role: 'button', name: 'Отклонить' })
    for (const path of ['/kk/', '/en/', '/privacy/']) {
      await tab.goto(originOf('plain-html') + path)
      await tab.see({ role: 'button', name: /Настройки cookie|Cookie баптаулары|Cookie settings/ })
      expect(await tab.evaluate(() => Reflect.get(window, 'kelisim').$status.get())).toBe('decided')
    }
    expect(abroad('plain-html')).toEqual([])
  })

  test('strict-csp opens the preferences', async () => {
    const tab = await open('strict-csp')
    await tab.click({ role: 'button', name: 'Настройки cookie' })
    const dialog = await tab.see({ role: 'dialog' })
    // Without its styles it would be as wide as the page.
    expect(dialog.box.width).toBeLessThan(700)
    expect(await problemsOf(tab)).toEqual([])
  })

  test('vite-module stops its services without a reload', async () => {
    const tab = await open('vite-module')
    await tab.click(ACCEPT)
    await tab.see({ role: 'link', name: 'Настройки cookie' })
    await expect.poll(() => tab.evaluate(EXAMPLES[2]?.read ?? String), SOON).toBe('считает,открыт')
    await tab.click({ role: 'link', name: 'Настройки cookie' })
    await tab.click({ role: 'button', name: 'Отозвать согласие' })
    await expect
      .poll(() => tab.evaluate(EXAMPLES[2]?.read ?? String), SOON)
      .toBe('остановлен,закрыт')
    expect(await tab.find({ role: 'button', name: 'Обновить' })).toBe(null)
  })

  test.each(['react', 'vue'])('%s draws and unloads a frame by each answer', async (name) => {
    const tab = await open(name)
    const frame = () => tab.evaluate(() => document.querySelector('iframe')?.getAttribute('src'))
    const title = await tab.evaluate(() => document.title)
    await tab.see(ACCEPT)
    await tab.see({ role: 'button', name: 'Загрузить один раз' })
    await tab.click({ role: 'button', name: 'Разрешить видео' })
    await expect.poll(frame, SOON).toContain('/lesson.html')
    await tab.seeNo({ role: 'button', name: 'Загрузить один раз' })
    expect(await tab.evaluate(() => document.title)).toBe(title)
    await tab.click({ role: 'button', name: 'Отклонить всё' })
    await expect.poll(frame, SOON).toBe(null)
    await tab.see({ role: 'button', name: 'Загрузить один раз' })
    expect(await problemsOf(tab)).toEqual([])
  })

  test('spa-late-content holds and runs what arrives later', async () => {
    const tab = await open('spa-late-content')
    await tab.see(ACCEPT)
    const frame = () =>
      tab.evaluate(() => document.querySelector('iframe')?.getAttribute('src') ?? '')
    await tab.click({ role: 'link', name: 'Видео' })
    await tab.see({ role: 'heading', name: 'Видео' })
    expect(await frame()).toBe('')
    await tab.click(ACCEPT)
    await expect.poll(frame, SOON).toContain('/lesson.html')
    await tab.click({ role: 'link', name: 'Статья' })
    await expect
      .poll(() => tab.evaluate(() => Boolean(Reflect.get(window, 'visitCounter'))), SOON)
      .toBe(true)
    await tab.click({ role: 'link', name: 'Новости' })
    await tab.click({ role: 'button', name: 'Показать ещё' })
    await expect
      .poll(() => tab.evaluate(() => Boolean(Reflect.get(window, 'adPixel'))), SOON)
      .toBe(true)
    await tab.click({ role: 'link', name: 'О сайте' })
    await tab.click({ role: 'button', name: 'Отозвать согласие' })
    await tab.see({ role: 'button', name: 'Обновить' })
    expect(await problemsOf(tab)).toEqual([])
  })

  test('tag-manager keeps a purchase for the container, and tells it of a withdrawal', async () => {
    const tab = await open('tag-manager')
    await tab.see(ACCEPT)
    // The list that keeps it is there a moment after the tag.
    await expect.poll(() => tab.evaluate(() => 'dataLayer' in window), SOON).toBe(true)
    await tab.click({ role: 'button', name: 'Купить чай' })
    const got = () =>
      tab.evaluate(EXAMPLES.find(({ name }) => name === 'tag-manager')?.read ?? String)
    expect(await got()).toBe('')
    await tab.click(ACCEPT)
    const started = 'consent default,kelisim_consent,gtm.js,purchase'
    await expect.poll(got, SOON).toBe(started)
    await expect.poll(() => abroad('tag-manager').join(), SOON).toContain('pixel.example')
    await tab.click({ role: 'button', name: 'Отозвать согласие' })
    await expect.poll(got, SOON).toBe(`${started},consent update,kelisim_consent`)
    expect(await problemsOf(tab)).toEqual([])
  })

  test('i18next-host speaks the language of its host, in its words', async () => {
    const tab = await open('i18next-host')
    await tab.see({ role: 'region', name: 'Дүкендегі cookie' })
    await tab.see({ role: 'button', name: 'Барлығынан бас тарту' })
    await tab.click({ role: 'button', name: 'English' })
    await tab.see({ role: 'region', name: 'Cookies in our shop' })
    await tab.see({ role: 'button', name: 'Accept them all' })
    await tab.see({ role: 'button', name: 'Reject' })
    expect(await problemsOf(tab)).toEqual([])
  })

  // WebKit asks the harness for loopback addresses, too, and it knows nothing of this server.
  if (engine === 'webkit') return

  test('the demo shows what runs, what was sent and what is stored, and forgets it', async () => {
    const tab = await stage.newTab()
    await tab.goto(demo?.url ?? '')
    await tab.click(ACCEPT)
    const panel = () => tab.evaluate(() => document.querySelector('#demo-panel')?.textContent ?? '')
    await expect.poll(async () => (await panel()).match(/работает/g), SOON).toHaveLength(4)
    await expect.poll(panel, SOON).toContain('POST /visit')
    await expect.poll(panel, SOON).toContain('GET /posthog.js')
    await expect.poll(panel, SOON).toContain('visit_counter')
    await tab.click({ role: 'button', name: 'Забыть всё' })
    await tab.see(ACCEPT)
    await expect.poll(panel, SOON).toContain('Ни одного.')
    expect(await panel()).toContain('Ничего.')
  })
})
