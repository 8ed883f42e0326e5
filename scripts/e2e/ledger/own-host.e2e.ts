import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cookieOf, itemOf, newVisitor } from '../../../packages/ledger/test/records.ts'
import { engines } from '../engines.ts'
import '../pages/in-page.ts'
import { openShop, SHOP } from '../pages/shop.ts'
import { button, notice } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import { type LedgerHost, mountLedger } from './ledger-host.ts'
import { consentId, openLedger, pageWith, waiting } from './shop-ledger.ts'
import { storedUnder } from './stored.ts'

const OWN = `${SHOP}/kelisim/`
const AWAY = 'https://ledger.example.kz/'
const STRANGER = 'https://stranger.example.kz'

describe.each(engines)('a ledger as the browser sees it, in %s', (engine) => {
  const stage = setStage(engine)
  let own: LedgerHost
  let away: LedgerHost

  beforeAll(() => {
    openShop(stage.site)
    stage.site.route(`${SHOP}/own`, pageWith({ ledger: '/kelisim/' }))
    stage.site.route(`${SHOP}/empty`, '<!doctype html><title>Empty</title>')
    stage.site.route(`${STRANGER}/`, '<!doctype html><title>Stranger</title>')
  })
  beforeEach(() => {
    own = mountLedger(stage.site, OWN)
    away = mountLedger(stage.site, AWAY)
  })

  test('writes the cookie again on the page’s own host, with the same value and attributes', async () => {
    own.target = (await openLedger(SHOP)).url
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/own`)
    await tab.click(button('notice.accept'))
    await tab.seeNo(notice())
    const text = await tab.evaluate(() => document.cookie)
    const [before] = await tab.cookies()
    await expect.poll(() => own.calls.filter(({ cookies }) => cookies).length).toBe(1)
    await expect.poll(() => waiting(tab)).toBe(0)
    expect(await tab.evaluate(() => document.cookie)).toBe(text)
    const [after, ...more] = await tab.cookies()
    expect(more).toEqual([])
    const { expires, ...rest } = after ?? { expires: 0 }
    const { expires: expected, ...same } = before ?? { expires: 0 }
    expect(rest).toEqual(same)
    expect(rest).toMatchObject({ name: '__Host-kelisim', path: '/', secure: true, httpOnly: false })
    // A cookie ends at a whole second.
    expect(Math.abs((expires ?? 0) - (expected ?? 0))).toBeLessThan(3)
  })

  test('gives a browser that has no cookie one that scripts can read and the banner goes by', async () => {
    own.target = (await openLedger(SHOP)).url
    const visitor = newVisitor()
    const item = itemOf(visitor, {
      page: `${SHOP}/`,
      policy: { version: '', url: '/privacy' },
      categories: { analytics: true },
      asked: {},
    })
    const cookie = cookieOf(visitor, item.record)
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/empty`)
    const status = await tab.evaluate(
      async (body) => (await fetch('/kelisim/v1/records', { method: 'POST', body })).status,
      JSON.stringify({ ...item, cookie }),
    )
    expect(status).toBe(201)
    expect(await tab.evaluate(() => document.cookie)).toBe(`__Host-kelisim=${cookie}`)
    await tab.goto(`${SHOP}/own`)
    await expect.poll(() => consentId(tab)).toBe(visitor.consentId)
  })

  test('lets pages of its sites read and write from elsewhere, and no others', async () => {
    const ledger = await openLedger(SHOP)
    const [visitor, forged] = [newVisitor(), newVisitor()]
    mountLedger(stage.site, AWAY, [`v1/records/${visitor.consentId}`]).target = ledger.url
    away.target = ledger.url
    const item = JSON.stringify(itemOf(visitor, { page: `${SHOP}/` }))
    const tab = await stage.newTab()
    const write = (body: string) =>
      tab.evaluate(
        async (url, text) => {
          const answer = await fetch(url, { method: 'POST', body: text }).catch(() => null)
          return answer?.status ?? 'refused'
        },
        `${AWAY}v1/records`,
        body,
      )
    const read = () =>
      tab.evaluate(
        async (url, secret) => {
          const headers = { authorization: `Bearer ${secret}` }
          const answer = await fetch(url, { headers }).catch(() => null)
          return answer ? ((await answer.json()) as { records: [] }).records.length : 'refused'
        },
        `${AWAY}v1/records/${visitor.consentId}`,
        visitor.secret,
      )
    await tab.goto(`${SHOP}/empty`)
    expect([await write(item), await read()]).toEqual([201, 1])
    await tab.goto(`${STRANGER}/`)
    const other = JSON.stringify(itemOf(forged, { page: `${SHOP}/` }))
    expect([await write(other), await read()]).toEqual(['refused', 'refused'])
    expect(await storedUnder(ledger.url, forged.consentId)).toBeUndefined()
    expect(away.calls.every(({ cookies }) => cookies === 0)).toBe(true)
  })
})
