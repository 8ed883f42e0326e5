import { beforeAll, describe, expect, test } from 'vitest'
import { quickEngines } from '../engines.ts'
import { button, dialog, notice, reopenControl } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import { OLD_LIBRARY, WRAPPED_LISTENERS } from './patched-natives.ts'
import { answerAndClean, evilOptions, pollute, type Outcome } from './pollution.ts'
import { noted, openWorld, page, tag, toldCodes, TRACKER } from './page.ts'

const HOST = 'https://clobbered.example'

// Elements with these names hide the members of document that are called so.
const HIDDEN = `cookie currentScript createElement createElementNS createTextNode getElementById
  querySelector querySelectorAll documentElement readyState head baseURI addEventListener
  removeEventListener implementation hidden activeElement prerendering fullscreenElement
  defaultView visibilityState`
const NAMED = HIDDEN.split(/\s+/)
  .map((name) => `<img name="${name}" alt="">`)
  .join('')
const FORMS = '<form name="body"></form><form id="kelisim" name="kelisim"></form>'
const LINKS = '<a id="kelisim"></a><a id="config" name="kelisim"></a>'
const HELD = 'type="text/plain" data-category="analytics"'
const GATED = `<script ${HELD}>ran.push('inline')</script>
  <script ${HELD} src="${TRACKER}/one.js"></script>
  <script ${HELD} data-src="${TRACKER}/two.js"></script>
  <iframe data-category="functional" data-kelisim-src="${TRACKER}/map" title="Map"></iframe>
  <template data-category="marketing"><p id="ad">Ad</p></template>`

describe.each(quickEngines)('a clobbered document in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openWorld(stage.site)
    stage.site.route(`${TRACKER}/map`, '<!doctype html><title>Map</title>')
  })

  const visit = async (body: string) => {
    stage.site.route(`${HOST}/`, body)
    const tab = await stage.newTab()
    await tab.goto(`${HOST}/`)
    return tab
  }
  const cookies = async (tab: Tab) => (await tab.cookies()).map(({ name }) => name)
  /** The whole way: asked, answered in the dialog, run, remembered. */
  const expectWorks = async (tab: Tab) => {
    await tab.see(notice())
    expect(await noted(tab)).toEqual({ ran: [], faults: [], violations: [] })
    await tab.click(button('notice.customise'))
    await tab.see(dialog())
    await tab.click(button('preferences.accept'))
    await tab.seeNo(dialog())
    await expect
      .poll(() => noted(tab))
      .toEqual({ ran: ['inline', 'one', 'two'], faults: [], violations: [] })
    await tab.see('#ad')
    expect(await toldCodes(tab)).toEqual([])
    expect(await cookies(tab)).toEqual(['__Host-kelisim'])
    await tab.reload()
    await tab.see(reopenControl())
    expect(await tab.find(notice())).toBeNull()
    await expect
      .poll(() => noted(tab))
      .toEqual({ ran: ['inline', 'one', 'two'], faults: [], violations: [] })
    expect(await tab.evaluate(() => kelisim.acceptedCategory('marketing'))).toBe(true)
  }

  test('is read past elements named like its members, that come before the tag', async () => {
    const body = NAMED + FORMS + LINKS + tag() + GATED
    const tab = await visit(page({ head: '', body }))
    expect(await tab.evaluate(() => String(document.cookie))).toContain('Image')
    await expectWorks(tab)
  })

  test('is read past elements named like its members, that come after the tag', async () => {
    const tab = await visit(page({ body: GATED + NAMED + FORMS + LINKS }))
    expect(await tab.evaluate(() => String(document.cookie))).toContain('Image')
    await expectWorks(tab)
  })

  test('is read past them with the JSON of the page, and the options in it count', async () => {
    const options = { categories: ['analytics'], policy: { url: '/privacy' } }
    const tab = await visit(page({ head: '', body: NAMED + LINKS + tag({ options }) + GATED }))
    await tab.see(notice())
    const link = await tab.see({ role: 'link', name: 'Политика конфиденциальности' })
    expect(link.coveredBy).toBeNull()
    await tab.click(button('notice.reject'))
    await tab.see(reopenControl())
    expect(
      await tab.evaluate(() => Object.keys(kelisim.$decision.get()?.categories ?? {})),
    ).toEqual(['analytics'])
  })

  test.each([
    [
      'before the tag',
      `<base href="//evil.example/x/">${tag({ src: `${HOST}/kelisim/kelisim.js` })}`,
    ],
    [
      'after the tag',
      `${tag({ attributes: 'data-policy-url="/privacy"' })}<base href="//evil.example/x/">`,
    ],
  ])('sends no request to a foreign <base> %s', async (_, head) => {
    const tab = await visit(page({ head, body: GATED }))
    await expectWorks(tab)
    const href = await tab.evaluate(() =>
      document.querySelector('kelisim-view')?.shadowRoot?.querySelector('a')?.getAttribute('href'),
    )
    expect(href ?? `${HOST}/privacy`).toBe(`${HOST}/privacy`)
    expect(stage.site.requests({ host: 'evil.example' })).toEqual([])
  })

  test('works beside forms whose fields are named like methods of elements', async () => {
    const fields = ['closest', 'matches', 'dataset', 'getAttribute', 'hasAttribute', 'isConnected']
    const inputs = fields.map((name) => `<input name="${name}" aria-label="x">`).join('')
    const body = `<form data-category="analytics" data-kelisim="preferences" id="form">
      ${inputs}<button type="button">Настройки</button></form>${GATED}`
    const tab = await visit(page({ body }))
    await tab.see(notice())
    await tab.click(button('notice.accept'))
    await tab.seeNo(notice())
    await expect
      .poll(() => noted(tab))
      .toEqual({ ran: ['inline', 'one', 'two'], faults: [], violations: [] })
    await tab.click({ role: 'button', name: 'Настройки' })
    await tab.see(dialog())
    expect(await noted(tab)).toMatchObject({ faults: [] })
  })

  test('takes no option from a polluted Object.prototype', async () => {
    // The page looks after itself: a driver that is asked meanwhile stumbles over the pollution.
    const inPage = `<script>(${pollute.toString()})((${evilOptions.toString()})())</script>${tag()}
      <script>(${answerAndClean.toString()})(${JSON.stringify(Object.keys(evilOptions()))})</script>`
    const tab = await visit(page({ head: inPage, body: GATED }))
    const first = await tab.waitFor(() => (globalThis as { outcome?: Outcome }).outcome, 10_000)
    expect(first).toEqual({
      asked: 'Файлы cookie',
      buttons: ['Отклонить', 'Принять все', 'Настроить'],
      before: '',
      after: 'inline,one,two',
      categories: 'functional,analytics,marketing',
      reopen: 'Настройки cookie',
    })
    expect(await noted(tab)).toMatchObject({ faults: [] })
    expect(await toldCodes(tab)).toEqual([])
    expect(await tab.cookies()).toMatchObject([
      { name: '__Host-kelisim', domain: 'clobbered.example', path: '/' },
    ])
    const [cookie] = await tab.cookies()
    expect(Math.round(((cookie?.expires ?? 0) * 1e3 - Date.now()) / 864e5)).toBe(365)
    expect(stage.site.requests({ host: 'evil.example' })).toEqual([])
  })

  test('works with a library that replaces methods of arrays and adds toJSON', async () => {
    const head = `<script>(${OLD_LIBRARY.toString()})()</script>${tag()}`
    const tab = await visit(page({ head, body: GATED }))
    await tab.see(notice())
    await tab.click(button('notice.customise'))
    await tab.click(button('preferences.accept'))
    await tab.see(reopenControl())
    await tab.waitFor(() => ran.length === 3)
    const isRecorded = async () => (await kelisim.records()).length > 0
    await expect.poll(() => tab.evaluate(isRecorded)).toBe(true)
    const outcome = await tab.evaluate(async () => {
      const records = await kelisim.records()
      const id = kelisim.$decision.get()?.consentId
      // The test's own JSON has to pass undisturbed.
      Reflect.deleteProperty(Array.prototype, 'toJSON')
      return {
        same: records.map(({ consentId }) => consentId === id),
        ran: [...ran].sort(),
        faults,
      }
    })
    expect(outcome).toEqual({ same: [true], ran: ['inline', 'one', 'two'], faults: [] })
    expect(await toldCodes(tab)).toEqual([])
    expect(await cookies(tab)).toEqual(['__Host-kelisim'])
    await tab.reload()
    await tab.see(reopenControl())
    expect(await tab.find(notice())).toBeNull()
  })

  test('works with a library that wraps every listener, and leaves the wrappers alone', async () => {
    const head = `<script>(${WRAPPED_LISTENERS.toString()})()</script>${tag()}`
    const tab = await visit(page({ head, body: GATED }))
    await expectWorks(tab)
    const untouched = await tab.evaluate(
      () => EventTarget.prototype.addEventListener === (globalThis as never)['wrappedAdd'],
    )
    expect(untouched).toBe(true)
  })
})
