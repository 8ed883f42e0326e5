import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { quickEngines } from '../engines.ts'
import { runs } from '../pages/in-page.ts'
import { BUILT, openShop, RUNS, SHOP } from '../pages/shop.ts'
import { button, notice, reopenControl } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import { type LedgerHost, mountLedger } from './ledger-host.ts'
import { consentId, openLedger, pageWith, waiting } from './shop-ledger.ts'
import { storedUnder } from './stored.ts'

const AWAY = 'https://ledger.example.kz/'
const OWN = `${SHOP}/ledger/`
const STRANGER = 'https://stranger.example.kz'

describe.each(quickEngines)('delivery to a ledger in %s', (engine) => {
  const stage = setStage(engine)
  let away: LedgerHost
  let own: LedgerHost

  beforeAll(() => {
    openShop(stage.site)
    stage.site.directory(`${STRANGER}/kelisim/`, BUILT)
    stage.site.route(`${SHOP}/away`, pageWith({ ledger: AWAY, country: 'KZ' }))
    stage.site.route(`${STRANGER}/`, pageWith({ ledger: '/ledger/' }))
    stage.site.route(`${SHOP}/own`, pageWith({ ledger: '/ledger/' }))
    stage.site.route(`${SHOP}/russia`, pageWith({ ledger: { default: AWAY }, country: 'RU' }))
    stage.site.route(`${SHOP}/russia-too`, pageWith({ ledger: { RU: OWN, default: AWAY } }))
    stage.site.route(`${SHOP}/person`, pageWith({ ledger: AWAY, subject: 'anna' }))
    stage.site.route(`${SHOP}/nobody`, pageWith({ ledger: AWAY }))
  })
  beforeEach(() => {
    away = mountLedger(stage.site, AWAY)
    own = mountLedger(stage.site, OWN)
  })

  const eventsIn = async (url: string, id: string) =>
    (await storedUnder(url, id))?.records.map(({ record }) => record.event) ?? []
  const expectEvents = (url: string, id: string, events: readonly string[]) =>
    expect.poll(() => eventsIn(url, id), { timeout: 15_000 }).toEqual(events)

  test('brings a choice with the text that was shown, in idle time', async () => {
    const ledger = await openLedger(SHOP)
    away.target = ledger.url
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/away`)
    await tab.click(button('notice.accept'))
    await tab.seeNo(notice())
    const id = await consentId(tab)
    await expectEvents(ledger.url, id, ['granted'])
    await expect.poll(() => waiting(tab)).toBe(0)
    const stored = await storedUnder(ledger.url, id)
    expect(stored).toMatchObject({
      records: [{ site: SHOP, record: { page: `${SHOP}/away` } }],
    })
    expect(Object.values(stored?.texts ?? {})).toEqual([expect.stringContaining('cookie')])
    expect(away.calls.map(({ path }) => path)).toEqual(['v1/records', 'v1/texts'])

    stage.site.forgetRequests()
    await tab.reload()
    await tab.see(reopenControl())
    const fetched = stage.site.requests().map(({ url }) => url.pathname)
    expect(fetched.filter((path) => /outbox|records/.test(path))).toEqual([])
    expect(
      await tab.evaluate(() => [...faults, ...heard.filter((each) => each !== 'consent')]),
    ).toEqual([])
  })

  test('delivers on the next visit what was chosen while the ledger was down', async () => {
    const visitor = await stage.newVisitor()
    const tab = await visitor.newTab()
    await tab.goto(`${SHOP}/away`)
    await tab.click(button('notice.accept'))
    await expect.poll(() => runs(tab)).toEqual(RUNS.all)
    await expect.poll(() => away.calls.length).toBeGreaterThan(0)
    const id = await consentId(tab)
    expect(await tab.evaluate(() => faults)).toEqual([])
    const next = await visitor.newTab()
    await tab.close()

    const ledger = await openLedger(SHOP)
    away.target = ledger.url
    await next.goto(`${SHOP}/away`)
    await expectEvents(ledger.url, id, ['granted'])
    await expect.poll(() => waiting(next)).toBe(0)
  })

  test('delivers on the next visit what was chosen in the moment of leaving', async () => {
    const ledger = await openLedger(SHOP)
    away.target = ledger.url
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/away`)
    await tab.see(notice())
    const id = await tab.evaluate(async () => {
      await kelisim.rejectAll()
      location.href = '/next'
      return kelisim.$decision.get()?.consentId ?? ''
    })
    await tab.see({ role: 'heading', name: 'Next' })
    await tab.goto(`${SHOP}/away`)
    await expectEvents(ledger.url, id, ['refused'])
    await expect.poll(() => waiting(tab)).toBe(0)
  })

  test('tries again at once when the browser says that it is online', async () => {
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/away`)
    await tab.click(button('notice.reject'))
    await expect.poll(() => away.calls.length, { timeout: 20_000 }).toBeGreaterThan(2)
    const ledger = await openLedger(SHOP)
    away.target = ledger.url
    await tab.evaluate(() => void dispatchEvent(new Event('online')))
    await expectEvents(ledger.url, await consentId(tab), ['refused'])
  })

  test('keeps a record that the ledger does not take from this page, and says so', async () => {
    mountLedger(stage.site, `${STRANGER}/ledger/`).target = (await openLedger(SHOP)).url
    const tab = await stage.newTab()
    await tab.goto(`${STRANGER}/`)
    await tab.click(button('notice.accept'))
    await expect.poll(() => tab.evaluate(() => heard)).toContain('ledger-refused')
    expect(await waiting(tab)).toBe(1)
    expect(await tab.evaluate(() => kelisim.acceptedCategory('analytics'))).toBe(true)
  })

  test('lets the record of a visitor from Russia wait for a ledger of Russia', async () => {
    const [foreign, russian] = [await openLedger(SHOP), await openLedger(SHOP)]
    away.target = foreign.url
    own.target = russian.url
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/russia`)
    await tab.click(button('notice.accept'))
    await expect.poll(() => tab.evaluate(() => heard)).toContain('ledger-missing')
    await tab.reload()
    await expect.poll(() => tab.evaluate(() => heard)).toContain('ledger-missing')
    expect(away.calls).toEqual([])
    const id = await consentId(tab)
    await tab.goto(`${SHOP}/russia-too`)
    await expectEvents(russian.url, id, ['granted'])
    expect(await storedUnder(foreign.url, id)).toBeUndefined()
  })

  test('does not bring back what was withdrawn while the ledger took its time', async () => {
    const ledger = await openLedger(SHOP)
    own.target = ledger.url
    own.delayMs = 2_500
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/own`)
    await tab.click(button('notice.accept'))
    await expect.poll(() => own.calls.length, { timeout: 10_000 }).toBe(1)
    own.delayMs = 0
    await tab.evaluate(() => kelisim.withdraw())
    await expectEvents(ledger.url, await consentId(tab), ['granted', 'withdrawn'])
    await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 3_000)))
    expect(await tab.evaluate(() => kelisim.acceptedCategory('analytics'))).toBe(false)
    await tab.goto(`${SHOP}/own`)
    expect(await tab.evaluate(() => kelisim.acceptedCategory('analytics'))).toBe(false)
    expect(await waiting(tab)).toBe(0)
  })

  test('leaves the page alone while the ledger gives no answer', async () => {
    stage.site.route(`${AWAY}v1/records`, { hang: true })
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/away`)
    await tab.click(button('notice.accept'))
    await expect.poll(() => runs(tab)).toEqual(RUNS.all)
    await tab.reload()
    await expect.poll(() => runs(tab)).toEqual(RUNS.all)
    expect(await tab.evaluate(() => faults)).toEqual([])
  })

  test('names a signed-in visitor, and forgets the choice when this person signs out', async () => {
    const ledger = await openLedger(SHOP)
    away.target = ledger.url
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/person`)
    await tab.click(button('notice.accept'))
    const anna = await consentId(tab)
    await expectEvents(ledger.url, anna, ['granted'])
    expect(await storedUnder(ledger.url, anna)).toMatchObject({ records: [{ subject: 'anna' }] })
    await tab.reload()
    await tab.see(reopenControl())
    expect(await consentId(tab)).toBe(anna)

    await tab.evaluate(() => kelisim.setSubject(null))
    await tab.see(notice())
    expect(await tab.evaluate(() => document.cookie)).toBe('')
    expect(await tab.evaluate(() => kelisim.records())).toEqual([])
    await tab.click(button('notice.reject'))
    const next = await consentId(tab)
    expect(next).not.toBe(anna)
    await expectEvents(ledger.url, next, ['refused'])
    const [record] = (await storedUnder(ledger.url, next))?.records ?? []
    expect(record?.subject ?? null).toBeNull()
  })

  test('asks anew on a page that the person who chose is not signed in to any more', async () => {
    away.target = (await openLedger(SHOP)).url
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/person`)
    await tab.click(button('notice.accept'))
    await tab.seeNo(notice())
    await expect.poll(() => waiting(tab)).toBe(0)
    await tab.goto(`${SHOP}/nobody`)
    await tab.see(notice())
    expect(await tab.evaluate(() => kelisim.acceptedCategory('analytics'))).toBe(false)
  })
})
