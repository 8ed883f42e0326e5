import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportedIds } from '../../../packages/ledger/test/outbox.ts'
import { type LedgerProcess, startProcess } from '../../../packages/ledger/test/process.ts'
import { quickEngines } from '../engines.ts'
import '../pages/in-page.ts'
import { BUILT, SHOP, shopPage } from '../pages/shop.ts'
import { setStage } from '../stage.ts'
import { mountLedger } from './ledger-host.ts'
import { storedUnder } from './stored.ts'

const LEDGER = 'https://ledger.example.kz/'
const COUNT = process.env['KELISIM_LONG'] ? 200 : 25

/** What happens beside each choice. */
const event = fc.record({
  allowed: fc.boolean(),
  also: fc.oneof(
    { weight: 6, arbitrary: fc.constant('nothing' as const) },
    { weight: 1, arbitrary: fc.constantFrom('kill' as const, 'reload' as const) },
    { weight: 2, arbitrary: fc.constant('pause' as const) },
  ),
})

describe.each(quickEngines)('a ledger that is killed and started again, in %s', (engine) => {
  const stage = setStage(engine)

  test('gets every choice once, and in order', { timeout: 40_000 + COUNT * 3_000 }, async () => {
    const host = mountLedger(stage.site, LEDGER)
    stage.site.directory(`${SHOP}/kelisim/`, BUILT)
    const head = `<script src="/kelisim/kelisim.js" data-ledger="${LEDGER}"></script>`
    stage.site.route(`${SHOP}/`, shopPage({ head, body: '' }))
    const database = join(mkdtempSync(join(tmpdir(), 'kelisim-')), 'ledger.db')
    let ledger: LedgerProcess | undefined
    const begin = async (): Promise<LedgerProcess> => {
      ledger = await startProcess(database, ['--origin', SHOP])
      host.target = ledger.url
      return ledger
    }
    await begin()
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`)
    const chosen: string[] = []
    const events = fc.sample(event, { numRuns: COUNT, seed: 7 })
    // The outbox holds twenty, so nobody chooses faster than it can keep.
    const waiting = () =>
      tab.evaluate(
        () => Object.keys(localStorage).filter((key) => key.startsWith('kelisim-outbox')).length,
      )
    let downFor = 0
    for (const [index, { allowed, also }] of events.entries()) {
      const id = await tab.evaluate(async (isAllowed) => {
        await kelisim.choose({ categories: { analytics: isAllowed } })
        return (await kelisim.records()).at(-1)?.recordId ?? ''
      }, allowed)
      chosen.push(id)
      if (also === 'reload') await tab.reload()
      if (also === 'pause') await tab.evaluate(() => new Promise((done) => setTimeout(done, 400)))
      if ((also === 'kill' || index === 5) && ledger) {
        await ledger.end('SIGKILL')
        ledger = undefined
        downFor = 0
      } else if (!ledger && ++downFor > 3) await begin()
      if (ledger) await expect.poll(waiting, { timeout: 60_000 }).toBeLessThan(15)
    }
    const { url } = ledger ?? (await begin())
    expect(new Set(chosen).size).toBe(COUNT)
    const consentId = await tab.evaluate(() => kelisim.$decision.get()?.consentId ?? '')
    await expect.poll(() => exportedIds(url), { timeout: 60_000 }).toHaveLength(COUNT)
    const stored = (await storedUnder(url, consentId))?.records.map(({ record }) => record.recordId)
    expect(stored?.slice(0, 100)).toEqual(chosen.slice(0, 100))
    expect((await exportedIds(url)).sort()).toEqual([...chosen].sort())
    expect(host.calls.some(({ status }) => status === 0)).toBe(true)
    expect(await tab.evaluate(() => faults)).toEqual([])
  })
})
