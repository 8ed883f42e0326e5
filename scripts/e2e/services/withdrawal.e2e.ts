import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import '../pages/in-page.ts'
import { BUILT, SHOP, shopPage } from '../pages/shop.ts'
import { storedNames } from '../pages/storage.ts'
import { button, notice, reloadOffer } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'

const DEEP = `${SHOP}/kz/shop/cart`

// A vendor that uses everything a page can use, says when it stops, and can be told to misbehave.
const VENDOR = `<script>
  var told = []
  addEventListener('kelisim:error', ({ detail }) => told.push(detail.message))
  const wait = (ms) => new Promise((done) => setTimeout(done, ms))
  const openDatabase = (name) => new Promise((done) => {
    const request = indexedDB.open(name)
    request.onupgradeneeded = () => request.result.createObjectStore('visits').put('me', 1)
    request.onsuccess = () => done(request.result)
  })
  var count = (database) => new Promise((done) => {
    database.transaction('visits').objectStore('visits').count().onsuccess = (event) =>
      done(event.target.result)
  })
  const put = (name, rest = '; Path=/') => { document.cookie = name + '=1; Max-Age=1000' + rest }
  const vendor = async () => {
    ran.push('vendor')
    put('_c_host')
    put('_c_site', '; Path=/; Domain=example.com.kz')
    put('_c_dotted', '; Path=/; Domain=.shop.example.com.kz')
    put('_c_shop', '; Path=/kz/shop')
    put('_c_folder', '; Path=/kz/')
    put('_c_page', '; Path=/kz/shop/cart')
    put('_c_secure', '; Path=/; Secure; SameSite=None')
    put('_c_part', '; Path=/; Secure; SameSite=None; Partitioned')
    put('_c_%40:(x)')
    localStorage.setItem('c_id', '1')
    sessionStorage.setItem('c_tab_7', '1')
    ;(await openDatabase('c-data')).close()
    await (await caches.open('c-files-2')).put('/kz/', new Response('kept'))
    ran.push('stored')
  }
  const stored = [
    { kind: 'cookie', name: '_c_*' }, { kind: 'cookie', name: '_c_server' },
    { kind: 'local', name: 'c_id' }, { kind: 'session', name: 'c_tab_*' },
    { kind: 'idb', name: 'c-data' }, { kind: 'cache', name: 'c-files-*' }, { kind: 'cookie', name: 'theirs', party: 3 },
  ]
  const service = (more) => ({ id: 'counter', category: 'analytics', storage: stored, load: vendor, ...more })
  const basket = { id: 'basket', category: 'necessary', storage: [{ kind: 'cookie', name: '_c_basket' }] }
  const keepBasket = () => {
    put('_c_basket'); put('session'); put('theirs')
    localStorage.setItem('c_identity', '1')
    caches.open('c-shell')
  }
</script>`

const page = (setUp: string, body = '') =>
  shopPage({
    head: `${VENDOR}<script>${setUp}</script><script src="/kelisim/kelisim.js"></script>`,
    body,
  })
const STOPPABLE = `window.kelisim = [{ services: [basket, service({
  stop: () => ran.push('stopped') })] }]`
const OTHERS = [
  'cookie _c_basket',
  'cookie session',
  'cookie theirs',
  'local c_identity',
  'cache c-shell',
].sort()
const ALL = [
  ...OTHERS,
  ...['%40:(x)', 'dotted', 'folder', 'host', 'page', 'part', 'secure', 'shop', 'site'].map(
    (name) => `cookie _c_${name}`,
  ),
  'local c_id',
  'session c_tab_7',
  'idb c-data',
  'cache c-files-2',
].sort()

describe.each(engines)('a withdrawal in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => stage.site.directory(`${SHOP}/kelisim/`, BUILT))

  const visit = async (html: string, headers: Readonly<Record<string, string>> = {}) => {
    stage.site.route(DEEP, { body: html, headers: { 'content-type': 'text/html', ...headers } })
    const tab = await stage.newTab()
    await tab.goto(DEEP)
    await tab.see(notice())
    return tab
  }
  const accept = async (tab: Tab) => {
    await tab.click(button('notice.accept'))
    await expect.poll(() => tab.evaluate(() => ran)).toContain('stored')
  }
  const expectStored = (tab: Tab, names: readonly string[]) =>
    expect.poll(() => storedNames(tab)).toEqual(names)
  const told = (tab: Tab) =>
    tab.evaluate(() => (window as unknown as { told: string[] }).told.join('\n'))

  test('deletes what the service keeps, everywhere it keeps it, and nothing else', async () => {
    const tab = await visit(page(`${STOPPABLE}; keepBasket()`))
    expect(await storedNames(tab)).toEqual(OTHERS)
    await accept(tab)
    await expectStored(tab, ALL)
    await tab.evaluate(() => kelisim.withdraw())
    await expectStored(tab, OTHERS)
    expect(await tab.evaluate(() => ran)).toEqual(['vendor', 'stored', 'stopped'])
    expect(await tab.evaluate(() => faults)).toEqual([])
    expect(await told(tab)).toBe('')
    expect(await tab.evaluate(() => kelisim.records())).toHaveLength(2)
  })

  test('waits for the vendor to stop, then sweeps, then offers the reload, and keeps typed text', async () => {
    const slow = `window.kelisim = [{ services: [service({ needsReload: true, stop: async () => {
      ran.push('stopping')
      await wait(400)
      ran.push(document.cookie.includes('_c_host') ? 'stopped before the sweep' : 'too late')
    } })] }]`
    const tab = await visit(page(slow))
    await accept(tab)
    await tab.click({ role: 'textbox', name: 'Name' })
    await tab.type('Асель')
    await tab.evaluate(() => kelisim.withdraw())
    await expect.poll(() => tab.evaluate(() => ran.at(-1))).toBe('stopping')
    expect(await tab.find(reloadOffer())).toBeNull()
    await tab.see(reloadOffer())
    expect(await tab.evaluate(() => ran.at(-1))).toBe('stopped before the sweep')
    expect(await storedNames(tab)).toEqual([])
    await tab.click(button('reload.later'))
    await tab.seeNo(reloadOffer())
    expect(await tab.find({ role: 'textbox', name: 'Name' })).toMatchObject({ value: 'Асель' })
  })

  test('does not wait for a vendor without end, and tells of it', async () => {
    const hanging = `window.kelisim = [{ reload: 'never', services: [service({ timeoutMs: 300,
      stop: () => new Promise(() => {}) })] }]`
    const tab = await visit(page(hanging))
    await accept(tab)
    await tab.evaluate(() => kelisim.withdraw())
    await expectStored(tab, [])
    expect(await told(tab)).toMatch(/^\[kelisim\] service-timeout: "counter"/)
  })

  test('sweeps again what comes back: on this page, and at the next start', async () => {
    const dying = `${STOPPABLE}
      addEventListener('pagehide', () => { if (ran.includes('stopped')) put('_c_dying') })`
    const tab = await visit(page(dying))
    await accept(tab)
    await tab.evaluate(() => kelisim.withdraw())
    await expectStored(tab, [])
    await tab.evaluate(() => localStorage.setItem('c_id', 'again'))
    await expectStored(tab, [])
    await tab.reload()
    await expectStored(tab, [])
    expect(await tab.evaluate(() => [ran, faults])).toEqual([[], []])
    // Were it not for the sweep, the cookie would be there.
    stage.site.route(`${SHOP}/bare`, '<!doctype html><title>Bare</title>')
    await tab.evaluate(() => ran.push('stopped'))
    await tab.goto(`${SHOP}/bare`)
    expect(await storedNames(tab)).toEqual(['cookie _c_dying'])
    await tab.goto(DEEP)
    await expectStored(tab, [])
  })

  test('deletes at the first refusal what was left from before, and not while nobody has refused', async () => {
    const tab = await visit(page(`${STOPPABLE}; put('_c_old'); localStorage.setItem('c_id', '1')`))
    expect(await storedNames(tab)).toEqual(['cookie _c_old', 'local c_id'])
    await tab.click(button('notice.reject'))
    await expectStored(tab, [])
    expect(await told(tab)).toBe('')
  })

  test('needs no code of the service: a script in the page may belong to it', async () => {
    const declared = `window.kelisim = [{ services: [
      { id: 'counter', category: 'analytics', storage: stored }] }]`
    const held = `<script type="text/plain" data-category="analytics" data-service="counter">
      vendor()</script>`
    const tab = await visit(page(declared, held))
    await accept(tab)
    await tab.evaluate(() => kelisim.withdraw())
    await tab.see(reloadOffer())
    await expectStored(tab, [])
    await tab.evaluate(() => {
      document.cookie = '_c_late=1; Max-Age=1000; Path=/'
      location.reload()
    })
    await expectStored(tab, [])
    expect(await tab.evaluate(() => faults)).toEqual([])
  })

  test('tells what it cannot delete: a cookie that only the server can', async () => {
    const cookie = '_c_server=1; Path=/; Max-Age=1000; HttpOnly; Secure'
    const tab = await visit(page(STOPPABLE), { 'set-cookie': cookie })
    await tab.click(button('notice.reject'))
    await expect.poll(() => told(tab)).toMatch('storage-left: "cookie _c_server"')
    expect(await storedNames(tab)).toEqual([])
    expect((await tab.cookies()).map(({ name }) => name).sort()).toEqual([
      '__Host-kelisim',
      '_c_server',
    ])
  })

  test('empties a database that the page holds open, and tells that it is there', async () => {
    const tab = await visit(
      page(`${STOPPABLE}
        if (!document.cookie.includes('kelisim'))
          openDatabase('c-data').then((it) => { window.held = it })`),
    )
    await expectStored(tab, ['idb c-data'])
    await tab.click(button('notice.reject'))
    await expect.poll(() => told(tab)).toMatch('storage-left: "idb c-data"')
    const records = await tab.evaluate(() => {
      const { count, held } = window as unknown as Record<'held', unknown> & {
        count(database: unknown): Promise<number>
      }
      return count(held)
    })
    expect(records).toBe(0)
    await tab.reload()
    await expectStored(tab, [])
    expect(await tab.evaluate(() => faults)).toEqual([])
  })
})
