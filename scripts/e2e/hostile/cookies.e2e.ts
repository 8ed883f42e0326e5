import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { button, notice, reopenControl } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import { corrupt, valueOf } from './cookie-values.ts'
import { noted, openWorld, page, tag, toldCodes } from './page.ts'

const HOST = 'https://shop.example.com.kz'
const NAME = '__Host-kelisim'
const SITE_NAME = '__Secure-kelisim'
const BODY = `<script type="text/plain" data-category="analytics">ran.push('inline')</script>`
const SITE = tag({ attributes: 'data-cookie-scope="site"' })
const NOTHING = { ran: [], faults: [], violations: [] }
const ASKS = { status: 'due', ...NOTHING }

describe.each(engines)('the cookie in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openWorld(stage.site)
    stage.site.route('/host', page({ body: BODY }))
    stage.site.route('/deep/host', page({ body: BODY }))
    stage.site.route('/site', page({ head: SITE, body: BODY }))
    stage.site.route('/plain', '<!doctype html><title>Plain</title>')
  })

  const open = async (url = `${HOST}/host`) => {
    const tab = await stage.newTab()
    await tab.goto(url)
    return tab
  }
  const accept = async (tab: Tab) => {
    await tab.click(button('notice.accept'))
    await tab.seeNo(notice())
  }
  const status = (tab: Tab) => tab.evaluate(() => kelisim.$status.get())
  // In scope "site" the cookie is read by a file of its own.
  const expectStatus = (tab: Tab, expected: string) => expect.poll(() => status(tab)).toBe(expected)
  const list = async (tab: Tab) => (await tab.cookies()).map(({ name, domain }) => [name, domain])
  const write = (tab: Tab, ...cookies: readonly string[]) =>
    tab.evaluate((texts) => {
      for (const text of texts) document.cookie = text
    }, cookies)
  const asks = async (tab: Tab) => {
    await tab.see(notice())
    return { status: await status(tab), ...(await noted(tab)) }
  }

  test('has a name that no other host can write, and lasts for as long as the owner says', async () => {
    const tab = await open()
    await accept(tab)
    expect(await tab.cookies()).toMatchObject([
      { name: NAME, path: '/', secure: true, httpOnly: false, sameSite: 'Lax' },
    ])
    const days = async () => {
      const [cookie] = await tab.cookies()
      return Math.round(((cookie?.expires ?? 0) * 1e3 - Date.now()) / 864e5)
    }
    expect(await days()).toBe(365)
    const month = tag({ attributes: 'data-cookie-expires-after-days="30"' })
    stage.site.route(`${HOST}/month`, page({ head: month, body: BODY }))
    await tab.goto(`${HOST}/month`)
    await tab.evaluate(() => kelisim.rejectAll())
    expect(await days()).toBe(30)
  })

  test('is plain on http, which is told, but not on the own machine', async () => {
    const tab = await open('http://plain.example/host')
    await accept(tab)
    expect(await tab.cookies()).toMatchObject([{ name: 'kelisim', secure: false, path: '/' }])
    await expect.poll(() => toldCodes(tab)).toEqual(['plain-http'])
    expect(await tab.evaluate(() => told.join())).toContain('"plain.example"')
    for (const host of ['localhost', '127.0.0.1']) {
      for (const path of ['/host', '/site']) {
        await tab.goto(`http://${host}:${stage.site.port}${path}`)
        await tab.deleteCookies()
        await tab.reload()
        await accept(tab)
        await expect.poll(() => noted(tab)).toEqual({ ...NOTHING, ran: ['inline'] })
        expect(await toldCodes(tab)).toEqual([])
        await tab.reload()
        await expectStatus(tab, 'decided')
        expect(await list(tab)).toEqual([[path === '/host' ? 'kelisim' : 'kelisim-site', host]])
      }
    }
  })

  test.each([
    ['a suffix of two labels', HOST, 'example.com.kz'],
    ['a Cyrillic name', 'https://shop.пример.рф', 'xn--e1afmkfd.xn--p1ai'],
  ])('is shared below %s by scope "site"', async (_, host, domain) => {
    const tab = await open(`${host}/site`)
    await accept(tab)
    const [cookie, ...others] = await tab.cookies()
    expect(others).toEqual([])
    expect(cookie).toMatchObject({ name: SITE_NAME, domain: `.${domain}`, secure: true, path: '/' })
    await tab.goto(`https://other.${domain}/site`)
    await tab.see(reopenControl())
    await expect.poll(() => noted(tab)).toEqual({ ...NOTHING, ran: ['inline'] })
    await expectStatus(tab, 'decided')
  })

  test.each([
    ['host', 'site', SITE_NAME],
    ['site', 'host', NAME],
  ])('moves from scope %s to %s with the choice in it', async (from, to, name) => {
    const tab = await open(`${HOST}/${from}`)
    await accept(tab)
    await tab.goto(`${HOST}/${to}`)
    await expect.poll(() => noted(tab)).toEqual({ ...NOTHING, ran: ['inline'] })
    await expectStatus(tab, 'decided')
    await tab.evaluate(() => kelisim.rejectAll())
    expect((await list(tab)).map(([found]) => found)).toEqual([name])
    await tab.reload()
    expect(await tab.evaluate(() => kelisim.acceptedCategory('analytics'))).toBe(false)
    await expectStatus(tab, 'decided')
  })

  test('is taken from the newest of several in scope "site", and any refusal stays one', async () => {
    const old = (choice: 'all' | 'none') => `${SITE_NAME}=${valueOf(choice, 60)}`
    const recent = (choice: 'all' | 'none') => `${SITE_NAME}=${valueOf(choice, 1)}`
    const shared = '; Secure; Path=/; Domain=example.com.kz'
    const own = '; Secure; Path=/'
    const rows: readonly (readonly [string, string, boolean])[] = [
      [old('all') + shared, recent('all') + own, true],
      [old('all') + shared, recent('none') + own, false],
      [recent('none') + shared, old('all') + own, false],
      [old('none') + shared, recent('all') + own, false],
      [recent('all') + shared, old('none') + own, false],
      [`${SITE_NAME}=broken${shared}`, recent('all') + own, true],
    ]
    const tab = await open(`${HOST}/plain`)
    for (const [one, two, allowed] of rows) {
      await tab.goto(`${HOST}/plain`)
      await write(tab, one, two)
      await tab.goto(`${HOST}/site`)
      await expectStatus(tab, 'decided')
      const isAllowed = await tab.evaluate(() => kelisim.acceptedCategory('analytics'))
      expect(isAllowed, `${one} ${two}`).toBe(allowed)
    }
    const age = await tab.evaluate(() => Date.now() - (kelisim.$decision.get()?.at ?? 0))
    expect(age).toBeLessThan(50_000)
  })

  test('is asked for again when there are two on http, by path or by domain', async () => {
    const value = valueOf('all')
    const tab = await open('http://www.plain.example/plain')
    await write(tab, `kelisim=${value}; Path=/`, `kelisim=${value}; Path=/deep`)
    await tab.goto('http://www.plain.example/deep/host')
    expect(await asks(tab)).toEqual(ASKS)
    await tab.goto('http://www.plain.example/host')
    await expectStatus(tab, 'decided')
    await write(tab, `kelisim=${value}; Path=/; Domain=plain.example`)
    await tab.reload()
    expect(await asks(tab)).toEqual(ASKS)
  })

  test('is asked for again whatever it holds, and repaired by the next answer', async () => {
    const tab = await open()
    const { name, values } = { name: NAME, values: corrupt() }
    const outcomes = await tab.evaluate(
      async (cookieName, texts) => {
        const seen: unknown[] = []
        for (const text of texts) {
          kelisim.destroy()
          document.cookie = `${cookieName}=${text}; Path=/; Secure`
          kelisim.start()
          const before = [kelisim.$status.get(), kelisim.acceptedCategory('analytics')]
          await kelisim.rejectAll()
          kelisim.destroy()
          kelisim.start()
          const after = [kelisim.$status.get(), kelisim.acceptedCategory('analytics')]
          seen.push([text.slice(0, 60), ...before, ...after])
        }
        return seen
      },
      name,
      values,
    )
    expect(outcomes).toEqual(
      values.map((text) => [text.slice(0, 60), 'due', false, 'decided', false]),
    )
    expect(await noted(tab)).toEqual(NOTHING)
    expect(await toldCodes(tab)).toEqual([])
    // Once more from the very start of a page.
    for (const text of ['A'.repeat(3_900), '%', '{"analytics":true}']) {
      await write(tab, `${NAME}=${text}; Path=/; Secure`)
      await tab.reload()
      expect(await asks(tab)).toEqual(ASKS)
    }
    await accept(tab)
    await tab.reload()
    await expect.poll(() => noted(tab)).toEqual({ ...NOTHING, ran: ['inline'] })
  })

  test('is not mistaken for others that look like it', async () => {
    const value = valueOf('all')
    const alike = ['x__Host-kelisim', '__Host-kelisim2', '__Hostxkelisim', 'kelisim', 'other']
    const tab = await open(`${HOST}/plain`)
    await write(
      tab,
      ...alike.map((name) => `${name}=${value}; Path=/; Secure`),
      `note=${NAME}=${value}; Path=/; Secure`,
    )
    // Tossed in from another host: by our name, and by no name with ours in the value. The cookie
    // store of WebKitGTK, unlike Safari's, does not know that the prefix forbids this.
    if (engine !== 'webkit') {
      const shared = '; Path=/; Secure; Domain=example.com.kz'
      await write(tab, `${NAME}=${value}${shared}`, `=${NAME}=${value}${shared}`)
    }
    await tab.goto(`${HOST}/host`)
    expect(await asks(tab)).toEqual(ASKS)
    await accept(tab)
    await tab.reload()
    await expectStatus(tab, 'decided')
  })

  test('fits into a full jar, and is asked for again where the jar lost it', async () => {
    const tab = await open(`${HOST}/plain`)
    const fill = (from: number) =>
      write(tab, ...Array.from({ length: 180 }, (_, index) => `c${from + index}=1; Path=/; Secure`))
    await fill(0)
    await tab.goto(`${HOST}/host`)
    await accept(tab)
    await tab.reload()
    await expectStatus(tab, 'decided')
    await fill(180)
    await tab.goto(`${HOST}/host`)
    // Which of too many cookies is dropped is up to each browser.
    const isThere = (await list(tab)).some(([name]) => name === NAME)
    await expectStatus(tab, isThere ? 'decided' : 'due')
    expect((await noted(tab)).ran).toEqual(isThere ? ['inline'] : [])
  })

  test('holds for the page where the browser keeps none, and the next page asks', async () => {
    const block = `<script>
      Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set() {} })
    </script>`
    stage.site.route(`${HOST}/blocked`, page({ head: block + tag(), body: BODY }))
    const tab = await open(`${HOST}/blocked`)
    await accept(tab)
    await expect.poll(() => noted(tab)).toEqual({ ...NOTHING, ran: ['inline'] })
    await expect.poll(() => toldCodes(tab)).toEqual(['storage-blocked'])
    expect(await tab.evaluate(() => kelisim.acceptedCategory('analytics'))).toBe(true)
    await tab.reload()
    expect(await asks(tab)).toEqual(ASKS)
  })
})
