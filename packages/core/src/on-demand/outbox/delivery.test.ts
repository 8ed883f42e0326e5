// @vitest-environment happy-dom
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Options } from '../../model/options.ts'
import { readWaiting } from './parcel.ts'
import { choose, LEDGER, openLedger, openPage, type Turn } from './testing/ledger.ts'

const pages: { close(): void }[] = []
const visit = (options?: Options) => {
  const page = openPage(options)
  pages.push(page)
  return page
}
let ledger = openLedger()

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  ledger = openLedger()
  // happy-dom knows no such property, and would send a beacon.
  vi.stubGlobal(
    'Request',
    class {
      get keepalive() {
        return true
      }
    },
  )
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => ledger.fetch(url, init))
})
afterEach(() => {
  for (const page of pages.splice(0)) page.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const HOUR_MS = 36e5

test('delivers what waits, in the order of the answers, and takes it out', async () => {
  const ids = [choose(), choose(), choose()]
  await visit().deliver()
  expect(ledger.requests).toEqual([])
  await vi.advanceTimersByTimeAsync(3_000)
  expect(ledger.stored).toEqual(ids)
  expect(ledger.requests.map(({ url }) => url)).toEqual([`${LEDGER}v1/records`])
  expect(ledger.requests[0]?.init).toMatchObject({
    credentials: 'same-origin',
    redirect: 'error',
    keepalive: true,
  })
  expect(readWaiting()).toEqual([])
})

const turn = fc.constantFrom<Turn>(
  'take',
  'take',
  'lose the answer',
  'fail',
  'no answer',
  'be busy',
  'web page',
  'grant all',
  'another id',
  'error in JSON',
)
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('choose' as const), who: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(200_000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('reload', 'leave', 'second tab') }) },
)

test('delivers every record once and in order, whatever fails in between', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(turn, { maxLength: 12 }),
      fc.array(step, { minLength: 1, maxLength: 18 }),
      async (turns, steps) => {
        localStorage.clear()
        ledger = openLedger()
        ledger.turns.push(...turns)
        const chosen: { readonly id: string; readonly who: number }[] = []
        let page = visit()
        for (const each of steps) {
          if (each.do === 'choose') {
            chosen.push({ id: choose({}, `person-${each.who}`), who: each.who })
            await page.deliver()
          } else if (each.do === 'wait') await vi.advanceTimersByTimeAsync(each.ms)
          else {
            if (each.do === 'leave') dispatchEvent(new Event('pagehide'))
            if (each.do !== 'second tab') page.close()
            page = visit()
            await page.deliver()
          }
        }
        await page.deliver()
        await vi.advanceTimersByTimeAsync(24 * HOUR_MS)
        expect([...ledger.stored].sort()).toEqual(chosen.map(({ id }) => id).sort())
        for (const who of [0, 1, 2]) {
          const ids = chosen.filter((each) => each.who === who).map(({ id }) => id)
          expect(ledger.stored.filter((id) => ids.includes(id))).toEqual(ids)
        }
        expect(readWaiting()).toEqual([])
        for (const each of pages.splice(0)) each.close()
      },
    ),
    { numRuns: process.env['KELISIM_LONG'] ? 2_000 : 150 },
  )
})

test('takes no answer for a confirmation that does not name the very record', async () => {
  for (const odd of ['web page', 'grant all', 'another id', 'error in JSON'] as const) {
    localStorage.clear()
    ledger = openLedger()
    const id = choose()
    ledger.turns.push(odd)
    const page = visit()
    await page.deliver()
    await vi.advanceTimersByTimeAsync(300)
    expect([odd, readWaiting().map(({ record }) => record?.recordId)]).toEqual([odd, [id]])
    await vi.advanceTimersByTimeAsync(HOUR_MS)
    expect(readWaiting()).toEqual([])
    page.close()
  }
})

test('waits longer after each failure, and as long as the ledger asks, on the next page too', async () => {
  choose()
  ledger.turns.push('fail', 'fail', 'fail', 'be busy')
  await visit().deliver()
  await vi.advanceTimersByTimeAsync(30_000)
  const gaps = ledger.requests.map(({ at }, index) => at - (ledger.requests[index - 1]?.at ?? at))
  expect(gaps).toHaveLength(4)
  for (const [index, most] of [1_000, 2_000, 4_000].entries()) {
    expect(gaps[index + 1]).toBeGreaterThanOrEqual(most / 2)
    expect(gaps[index + 1]).toBeLessThanOrEqual(most)
  }
  pages.splice(0).forEach((page) => page.close())
  await visit().deliver()
  await vi.advanceTimersByTimeAsync(80_000)
  expect(ledger.requests).toHaveLength(4)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(ledger.stored).toHaveLength(1)
})

test('tries at once when the browser is online again, but not where the ledger asked to wait', async () => {
  choose()
  ledger.turns.push(...Array.from({ length: 8 }, () => 'fail' as const))
  await visit().deliver()
  await vi.advanceTimersByTimeAsync(60_000)
  const tried = ledger.requests.length
  ledger.turns.splice(0, 8, 'be busy')
  dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(1)
  expect(ledger.requests).toHaveLength(tried + 1)
  dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(1)
  expect(ledger.requests).toHaveLength(tried + 1)
})

test('gives up a request that gets no answer, and tries again', async () => {
  choose()
  ledger.turns.push('no answer')
  await visit().deliver()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(ledger.stored).toHaveLength(1)
})

test('sends what is not under way when the page is left', async () => {
  const first = choose()
  ledger.turns.push('no answer')
  const page = visit()
  await page.deliver()
  await vi.advanceTimersByTimeAsync(2_100)
  const second = choose()
  dispatchEvent(new Event('pagehide'))
  await vi.advanceTimersByTimeAsync(1)
  expect(ledger.requests).toHaveLength(2)
  expect(ledger.stored).toEqual([second])
  page.close()
  await visit().deliver()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(ledger.stored).toEqual([second, first])
})

test('stops with the instance', async () => {
  choose()
  const page = visit()
  await page.deliver()
  page.close()
  dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(HOUR_MS)
  expect(ledger.requests).toEqual([])
})
