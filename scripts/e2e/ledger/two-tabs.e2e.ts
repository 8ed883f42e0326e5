import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { exportedIds } from '../../../packages/ledger/test/outbox.ts'
import { quickEngines } from '../engines.ts'
import '../pages/in-page.ts'
import { openShop, SHOP } from '../pages/shop.ts'
import { button, notice } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import { type LedgerHost, mountLedger } from './ledger-host.ts'
import { consentId, openLedger, pageWith, waiting } from './shop-ledger.ts'
import { storedUnder } from './stored.ts'

const AWAY = 'https://ledger.example.kz/'

describe.each(quickEngines)('an outbox in tabs that come and go, in %s', (engine) => {
  const stage = setStage(engine)
  let away: LedgerHost

  beforeAll(() => {
    openShop(stage.site)
    stage.site.route(`${SHOP}/away`, pageWith({ ledger: AWAY }))
  })
  beforeEach(() => {
    away = mountLedger(stage.site, AWAY)
  })

  const choose = (tab: Tab, isAllowed: boolean) =>
    tab.evaluate(async (analytics) => {
      await kelisim.choose({ categories: { analytics } })
      return (await kelisim.records()).at(-1)?.recordId ?? ''
    }, isAllowed)
  const goOnline = (tab: Tab) => tab.evaluate(() => void dispatchEvent(new Event('online')))

  test('delivers from two tabs at once without sending anything twice', async () => {
    const ledger = await openLedger(SHOP)
    const visitor = await stage.newVisitor()
    const [one, two] = [await visitor.newTab(), await visitor.newTab()]
    for (const tab of [one, two]) await tab.goto(`${SHOP}/away`)
    await one.click(button('notice.accept'))
    await one.seeNo(notice())
    const chosen: string[] = []
    // A browser takes a moment to show one tab what another one has stored.
    const knows = (tab: Tab, id: string) =>
      tab.evaluate(
        (text) =>
          !localStorage['kelisim-pending'] &&
          Object.keys(localStorage).some(
            (key) => key.startsWith('kelisim-outbox') && `${localStorage[key]}`.includes(text),
          ),
        id,
      )
    await expect.poll(() => knows(two, '"granted"')).toBe(true)
    for (let round = 0; round < 3; round++)
      for (const [tab, other] of [
        [one, two],
        [two, one],
      ] as const) {
        const id = await choose(tab, round % 2 === 0)
        chosen.push(id)
        await expect.poll(() => knows(other, id)).toBe(true)
      }
    away.target = ledger.url
    const before = away.calls.length
    await Promise.all([one, two].map(goOnline))
    await expect.poll(() => waiting(one), { timeout: 15_000 }).toBe(0)
    const stored = (await storedUnder(ledger.url, await consentId(one)))?.records ?? []
    expect(stored.map(({ record }) => record.recordId).slice(-6)).toEqual(chosen)
    expect(stored).toHaveLength(7)
    // One tab at a time has the box, and what it has sent is gone from it.
    const delivered = away.calls.slice(before).filter(({ path }) => path === 'v1/records')
    expect(delivered.map(({ status }) => status)).toEqual([201])
    for (const tab of [one, two]) expect(await tab.evaluate(() => faults)).toEqual([])
  })

  test('brings an answer by beacon where a request cannot outlive the page', async () => {
    const ledger = await openLedger(SHOP)
    away.target = ledger.url
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/away`)
    await tab.click(button('notice.accept'))
    await expect.poll(() => exportedIds(ledger.url)).toHaveLength(1)
    await expect.poll(() => waiting(tab)).toBe(0)
    const id = await tab.evaluate(async () => {
      Reflect.deleteProperty(Request.prototype, 'keepalive')
      // The page has no idle time any more, and its requests end with it.
      window.requestIdleCallback = () => 0
      globalThis.fetch = () => Promise.reject(new TypeError('The page is gone.'))
      await kelisim.withdraw()
      const records = await kelisim.records()
      dispatchEvent(new Event('pagehide'))
      return records.at(-1)?.recordId ?? ''
    })
    await expect.poll(() => exportedIds(ledger.url)).toContain(id)
    // Nobody has heard that it arrived, so the next page asks, and it is there once.
    await tab.goto(`${SHOP}/away`)
    await expect.poll(() => waiting(tab), { timeout: 15_000 }).toBe(0)
    expect(await exportedIds(ledger.url)).toHaveLength(2)
  })

  test('allows nothing because of what a ledger answers', async () => {
    const answers = [
      { headers: { 'content-type': 'application/json' }, body: '{"granted":"all"}' },
      { headers: { 'content-type': 'text/html' }, body: '<script>kelisim.acceptAll()</script>' },
      { status: 500, body: '{"categories":{"analytics":true}}' },
    ]
    for (const answer of answers) {
      let asked = 0
      stage.site.route(`${AWAY}v1/records`, () => {
        asked++
        const headers = { 'access-control-allow-origin': SHOP, ...answer.headers }
        return { ...answer, headers }
      })
      const tab = await stage.newTab()
      await tab.goto(`${SHOP}/away`)
      await tab.click(button('notice.reject'))
      await expect.poll(() => asked).toBeGreaterThan(0)
      await tab.reload()
      expect(
        await tab.evaluate(() => [kelisim.acceptedCategory('analytics'), ran, faults]),
      ).toEqual([false, [], []])
      expect(await waiting(tab)).toBe(1)
    }
  })
})
