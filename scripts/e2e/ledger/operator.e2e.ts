import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { startDemo } from '../../demo/demo.ts'
import { TOKEN } from '../../../packages/ledger/test/ledger.ts'
import { itemOf, newVisitor } from '../../../packages/ledger/test/records.ts'
import { quickEngines } from '../engines.ts'
import { serveExample } from '../example-site.ts'
import { serveAxe, violations } from '../pages/axe.ts'
import { button, LANGUAGES, say } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import { enter, find, MOUNT, openDesk, save, signIn, SITE, textOf } from './operator-desk.ts'

const MARKUP = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'
const FORMULA = '=HYPERLINK("https://evil.example","x")'

test('npm start serves the example with a ledger of its own behind it', async () => {
  const demo = await startDemo('with-ledger', 0)
  try {
    const ask = (path: string, headers = {}) => fetch(`${demo.url}ledger/${path}`, { headers })
    expect(await (await fetch(demo.url)).text()).toContain('data-ledger="/ledger/"')
    expect(await (await ask('admin')).text()).toContain('<script type="module" src="admin.js">')
    expect((await ask('v1/stats')).status).toBe(401)
    const stats = await ask('v1/stats', { authorization: `Bearer ${demo.token}` })
    expect(await stats.json()).toMatchObject({ choices: [], categories: [] })
  } finally {
    await demo.close()
  }
})

describe.each(quickEngines)('the operator’s page in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(async () => {
    await serveExample(stage.site, 'with-ledger')
    serveAxe(stage.site, `${MOUNT}admin`)
  })

  test('shows a choice of the example’s page, its text and its record', async () => {
    const ledger = await openDesk(stage)
    const visitor = await stage.newTab()
    await visitor.goto(`${SITE}/`)
    await visitor.click(button('notice.accept'))
    await expect.poll(() => textOf(visitor, '#consent-id')).toMatch(/^[0-9a-f-]{36}$/)
    const id = await textOf(visitor, '#consent-id')
    ledger.reveal(id)
    const tab = await signIn(stage)
    await expect
      .poll(
        async () => {
          await tab.click(button('admin.signOut'))
          await enter(tab, 'input[type=password]', TOKEN)
          await tab.see({ role: 'heading', name: say('ru', 'admin.choices') })
          return textOf(tab, '.charts')
        },
        { timeout: 20_000 },
      )
      .toContain('Русский: 1')
    expect(await textOf(tab, '.charts')).toContain(
      `${say('ru', 'category.analytics')}Разрешено: 1Отклонено: 0`,
    )
    expect((await tab.evaluate(() => document.querySelectorAll('rect').length)) > 1).toBe(true)

    await find(tab, id.toUpperCase())
    await expect.poll(() => textOf(tab, '.record summary')).toContain('Запись 1: согласие дано')
    await expect.poll(() => textOf(tab, '.shown')).toContain(say('ru', 'notice.title'))
    expect(await textOf(tab, '.record')).toContain(`${SITE}/`)
    const csv = await save(tab, 'admin.csv')
    expect(csv.split('\r\n')).toHaveLength(3)
    expect(csv).toContain(id)
    const lines = (await save(tab, 'admin.jsonl')).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line).type)).toEqual(['ledger', 'link', 'end'])
    await find(tab, 'nobody')
    await expect
      .poll(() => textOf(tab, 'section:last-of-type output'))
      .toBe(say('ru', 'admin.fault.missing'))
  })

  test('lets nobody in without the token, and keeps it in no storage', async () => {
    await openDesk(stage)
    const tab = await stage.newTab()
    await tab.goto(`${MOUNT}admin/`)
    await tab.click(button('language.ru'))
    for (const wrong of [`${TOKEN}0`, 'қате']) {
      await enter(tab, 'input[type=password]', wrong)
      await expect.poll(() => textOf(tab, 'output')).toBe(say('ru', 'admin.fault.token'))
    }
    expect(await tab.find({ role: 'heading', name: say('ru', 'admin.choices') })).toBe(null)
    // By keyboard alone.
    await tab.reload()
    await expect.poll(async () => (await tab.focused())?.role).toBe('textbox')
    await tab.type(TOKEN)
    await tab.press('Enter')
    await tab.waitFor(() => document.querySelector('#choices'))
    expect((await tab.focused())?.role).toBe('heading')
    expect(await tab.cookies()).toEqual([])
    expect(await tab.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    expect(await tab.url()).toBe(`${MOUNT}admin/`)
    const sent = stage.site.requests({ path: '/ledger/v1/stats' }).map(({ headers }) => headers)
    expect(sent.at(-1)).toMatchObject({ authorization: `Bearer ${TOKEN}` })
    expect(sent.every(({ cookie }) => cookie === undefined)).toBe(true)
    await tab.reload()
    await tab.see('input[type=password]')
  })

  test('shows markup of records as text, and exports no formula', async () => {
    const ledger = await openDesk(stage)
    const visitor = newVisitor()
    ledger.reveal(visitor.consentId)
    const { record, secret } = itemOf(visitor, {
      operator: { name: MARKUP },
      policy: { version: '1', url: `/${MARKUP}` },
      shownSha256: createHash('sha256').update(MARKUP).digest('hex'),
      page: `${SITE}/`,
      action: 'accept-all',
    })
    const stored = await ledger.send('/v1/records', { record, secret, subject: FORMULA })
    expect([stored.status, await stored.text()]).toEqual([201, expect.anything()])
    expect((await ledger.send('/v1/texts', { text: MARKUP })).status).toBe(201)
    const tab = await signIn(stage)
    await find(tab, FORMULA)
    await expect.poll(() => textOf(tab, '.shown')).toBe(MARKUP)
    expect(await textOf(tab, '.record dl')).toContain(MARKUP)
    expect(await textOf(tab, '.record dl')).toContain(FORMULA)
    await tab.click('.record details summary')
    expect(
      await tab.evaluate(() => [
        document.querySelectorAll('img, a, iframe, script:not([src])').length,
        Reflect.get(window, 'hit'),
      ]),
    ).toEqual([0, null])
    const csv = await save(tab, 'admin.csv')
    expect(csv).toContain(`"'${FORMULA.replaceAll('"', '""')}"`)
    expect(csv).not.toMatch(/(^|[,"])[=+@]/m)
  })

  test('erases what was found, once it was asked twice, by keyboard alone', async () => {
    const ledger = await openDesk(stage)
    const [visitor, other] = [newVisitor(), newVisitor()]
    for (const one of [visitor, other]) {
      ledger.reveal(one.consentId)
      await ledger.send('/v1/records', { ...itemOf(one, { page: `${SITE}/` }), subject: 'anna' })
    }
    const tab = await signIn(stage)
    await find(tab, visitor.consentId)
    await tab.see(button('admin.erase'))
    const focus = () =>
      tab.evaluate(() =>
        document.querySelector<HTMLElement>('section:last-of-type .danger')?.focus(),
      )
    const focused = async () => (await tab.focused())?.name
    await focus()
    await tab.press('Enter')
    await expect.poll(focused).toBe(say('ru', 'admin.cancel'))
    await tab.press('Escape')
    await expect.poll(focused).toBe(say('ru', 'admin.erase'))
    await tab.press('Enter')
    await expect.poll(focused).toBe(say('ru', 'admin.cancel'))
    await tab.press('Enter')
    const asked = () => stage.site.requests().filter(({ method }) => method === 'DELETE')
    expect(asked()).toEqual([])
    await expect.poll(focused).toBe(say('ru', 'admin.erase'))
    await tab.press('Enter')
    await expect.poll(focused).toBe(say('ru', 'admin.cancel'))
    await tab.press('Tab', 'Enter')
    await expect.poll(focused).toBe(say('ru', 'admin.erased'))
    const [proof] = JSON.parse(await textOf(tab, '.proof'))
    expect(proof).toMatchObject({ reason: 'erasure', count: 1, digest: expect.any(String) })
    expect(await textOf(tab, 'main')).not.toContain(visitor.consentId)
    await find(tab, visitor.consentId)
    const said = () => textOf(tab, 'section:last-of-type output')
    await expect.poll(said).toBe(say('ru', 'admin.fault.missing'))
    await find(tab, other.consentId)
    await tab.see(button('admin.erase'))
    expect(asked().map(({ url }) => url.pathname)).toEqual([
      `/ledger/v1/subjects/${visitor.consentId}`,
    ])
  })

  test('erases all of a visitor at once, and names the texts that are missing', async () => {
    const ledger = await openDesk(stage)
    const shownSha256 = 'ab'.repeat(32)
    for (const one of [newVisitor(), newVisitor()])
      await ledger.send('/v1/records', {
        ...itemOf(one, { page: `${SITE}/`, shownSha256 }),
        subject: 'anna',
      })
    const tab = await signIn(stage)
    expect(await textOf(tab, '.missing summary')).toBe(say('ru', 'admin.missing', { count: '1' }))
    const named = say('ru', 'admin.missingIn', { hash: shownSha256, count: '2' })
    expect(await textOf(tab, '.missing li')).toBe(named)
    await find(tab, 'anna')
    await tab.click(button('admin.eraseAll'))
    await tab.click(button('admin.eraseNow'))
    await expect.poll(() => textOf(tab, '.proof')).not.toBe('')
    expect(JSON.parse(await textOf(tab, '.proof'))).toHaveLength(2)
    expect(await textOf(tab, '.ids button')).toBe('')
  })

  test('breaks no rule of axe in three languages, and fits into 320 px', async () => {
    const ledger = await openDesk(stage)
    const visitor = newVisitor()
    ledger.reveal(visitor.consentId)
    ledger.inspect()
    const shownSha256 = '0'.repeat(64)
    await ledger.send('/v1/records', itemOf(visitor, { page: `${SITE}/`, shownSha256 }))
    const check = async (tab: Tab) => {
      const isWider = () => document.documentElement.scrollWidth > innerWidth
      return [...(await violations(tab)), (await tab.evaluate(isWider)) && 'wider than the screen']
    }
    for (const language of LANGUAGES) {
      const tab = await stage.newTab({ dark: language === 'kk' })
      await tab.setViewport(320, 640)
      await tab.goto(`${MOUNT}admin/`)
      await tab.click(button(`language.${language}`, language))
      expect(await check(tab)).toEqual([false])
      await enter(tab, 'input[type=password]', TOKEN)
      await tab.see({ role: 'heading', name: say(language, 'admin.choices') })
      await find(tab, visitor.consentId)
      await expect.poll(() => textOf(tab, '.record dl')).not.toBe('')
      await tab.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
      })
      expect(await check(tab)).toEqual([false])
      await tab.click(button('admin.erase', language))
      await tab.see({ role: 'dialog', name: say(language, 'admin.eraseTitle') })
      expect(await check(tab)).toEqual([false])
      expect(await tab.evaluate(() => document.documentElement.lang)).toBe(language)
      await tab.close()
    }
  })
})
