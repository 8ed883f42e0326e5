import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { startDemo } from '../../demo/demo.ts'
import { TOKEN } from '../../../packages/ledger/test/ledger.ts'
import { startProcess } from '../../../packages/ledger/test/process.ts'
import { itemOf, newVisitor } from '../../../packages/ledger/test/records.ts'
import { quickEngines } from '../engines.ts'
import { originOf, serveExample } from '../example-site.ts'
import { serveAxe, violations } from '../pages/axe.ts'
import { button, LANGUAGES, type Language, say } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import { mountLedger } from './ledger-host.ts'

const SITE = originOf('with-ledger')
const MOUNT = `${SITE}/ledger/`
const PATHS = ['v1/records', 'v1/texts', 'v1/stats', 'v1/export', 'v1/subjects'].concat(
  ['', '/', '/admin.js', '/admin.css'].map((path) => `admin${path}`),
)
const AXE = '<script src="axe.js"></script>'
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

  /** Starts a ledger under the site's own address; tells how to write to it and look into it. */
  const open = async () => {
    const database = join(mkdtempSync(join(tmpdir(), 'kelisim-')), 'ledger.db')
    const { url } = await startProcess(database, ['--origin', SITE])
    mountLedger(stage.site, MOUNT, PATHS).target = url
    return {
      send: (path: string, body: object) =>
        fetch(url + path, {
          method: 'POST',
          headers: { origin: SITE, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      /** Puts axe into the page, whose policy stays. */
      inspect: () =>
        stage.site.route(`${MOUNT}admin/`, async () => {
          const page = await fetch(`${url}/admin/`)
          const policy = page.headers.get('content-security-policy') ?? ''
          const body = (await page.text()).replace('</head>', `${AXE}</head>`)
          return { headers: { 'content-security-policy': policy }, body }
        }),
      /** Lets the page reach what is under one consent id. */
      reveal: (consentId: string) => {
        mountLedger(stage.site, MOUNT, [`v1/subjects/${consentId}`]).target = url
      },
    }
  }
  const signIn = async (language: Language = 'ru'): Promise<Tab> => {
    const tab = await stage.newTab()
    await tab.goto(`${MOUNT}admin`)
    await tab.click(button(`language.${language}`))
    await enter(tab, 'input[type=password]', TOKEN)
    await tab.see({ role: 'heading', name: say(language, 'admin.choices') })
    return tab
  }
  const enter = async (tab: Tab, field: string, text: string) => {
    await tab.click(field)
    await tab.evaluate((name) => document.querySelector<HTMLInputElement>(name)?.select(), field)
    await tab.type(text)
    await tab.press('Enter')
  }
  const find = (tab: Tab, text: string) => enter(tab, 'section form input', text)
  const textOf = (tab: Tab, selector: string) =>
    tab.evaluate((name) => document.querySelector(name)?.textContent ?? '', selector)
  /** Presses a button that saves a file, and reads what is saved. */
  const save = async (tab: Tab, key: string): Promise<string> => {
    await tab.evaluate(() => {
      const create = URL.createObjectURL
      URL.createObjectURL = (blob: Blob) => {
        void blob.text().then((text) => Reflect.set(window, 'saved', text))
        return create(blob)
      }
      Reflect.deleteProperty(window, 'saved')
    })
    await tab.click(button(key))
    return tab.waitFor(() => Reflect.get(window, 'saved') as string | undefined)
  }

  test('shows a choice of the example’s page, its text and its record', async () => {
    const ledger = await open()
    const visitor = await stage.newTab()
    await visitor.goto(`${SITE}/`)
    await visitor.click(button('notice.accept'))
    await expect.poll(() => textOf(visitor, '#consent-id')).toMatch(/^[0-9a-f-]{36}$/)
    const id = await textOf(visitor, '#consent-id')
    ledger.reveal(id)
    const tab = await signIn()
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
    await open()
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
    const ledger = await open()
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
    const tab = await signIn()
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

  test('breaks no rule of axe in three languages, and fits into 360 px', async () => {
    const ledger = await open()
    const visitor = newVisitor()
    ledger.reveal(visitor.consentId)
    ledger.inspect()
    await ledger.send('/v1/records', itemOf(visitor, { page: `${SITE}/` }))
    const check = async (tab: Tab) => {
      const isWider = () => document.documentElement.scrollWidth > innerWidth
      return [...(await violations(tab)), (await tab.evaluate(isWider)) && 'wider than the screen']
    }
    for (const language of LANGUAGES) {
      const tab = await stage.newTab({ dark: language === 'kk' })
      await tab.setViewport(360, 740)
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
      expect(await tab.evaluate(() => document.documentElement.lang)).toBe(language)
      await tab.close()
    }
  })
})
