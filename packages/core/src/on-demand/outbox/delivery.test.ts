// @vitest-environment happy-dom
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { ConsentRecord } from '../consent-record.ts'
import { readWaiting } from './parcel.ts'
import { choose, LEDGER, PERSON, recordOf, type Turn } from './testing/ledger.ts'
import { setScene } from './testing/scene.ts'

const scene = setScene()
const HOUR_MS = 36e5

test('delivers what waits, in the order of the answers, and takes it out', async () => {
  const ids = [choose(), choose(), choose()]
  await scene.visit().deliver()
  expect(scene.ledger.requests).toEqual([])
  await vi.advanceTimersByTimeAsync(3_000)
  expect(scene.ledger.stored).toEqual(ids)
  expect(scene.ledger.requests.map(({ url }) => url)).toEqual([`${LEDGER}v1/records`])
  expect(scene.ledger.requests[0]?.init).toMatchObject({
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
        scene.renew()
        scene.ledger.turns.push(...turns)
        const chosen: { readonly id: string; readonly who: number }[] = []
        let page = scene.visit()
        for (const each of steps) {
          if (each.do === 'choose') {
            chosen.push({ id: choose({}, `person-${each.who}`), who: each.who })
            await page.deliver()
          } else if (each.do === 'wait') await vi.advanceTimersByTimeAsync(each.ms)
          else {
            if (each.do === 'leave') dispatchEvent(new Event('pagehide'))
            if (each.do !== 'second tab') page.close()
            page = scene.visit()
            await page.deliver()
          }
        }
        await page.deliver()
        await vi.advanceTimersByTimeAsync(24 * HOUR_MS)
        expect([...scene.ledger.stored].sort()).toEqual(chosen.map(({ id }) => id).sort())
        for (const who of [0, 1, 2]) {
          const ids = chosen.filter((each) => each.who === who).map(({ id }) => id)
          expect(scene.ledger.stored.filter((id) => ids.includes(id))).toEqual(ids)
        }
        expect(readWaiting()).toEqual([])
        scene.leave()
      },
    ),
    { numRuns: process.env['KELISIM_LONG'] ? 2_000 : 150 },
  )
})

test('takes no answer for a confirmation that does not name the very record', async () => {
  for (const odd of ['web page', 'grant all', 'another id', 'error in JSON'] as const) {
    scene.renew()
    const id = choose()
    scene.ledger.turns.push(odd)
    const page = scene.visit()
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
  scene.ledger.turns.push('fail', 'fail', 'fail', 'be busy')
  await scene.visit().deliver()
  await vi.advanceTimersByTimeAsync(30_000)
  const gaps = scene.ledger.requests.map(
    ({ at }, index) => at - (scene.ledger.requests[index - 1]?.at ?? at),
  )
  expect(gaps).toHaveLength(4)
  for (const [index, most] of [1_000, 2_000, 4_000].entries()) {
    expect(gaps[index + 1]).toBeGreaterThanOrEqual(most / 2)
    expect(gaps[index + 1]).toBeLessThanOrEqual(most)
  }
  scene.leave()
  await scene.visit().deliver()
  await vi.advanceTimersByTimeAsync(80_000)
  expect(scene.ledger.requests).toHaveLength(4)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(scene.ledger.stored).toHaveLength(1)
})

test('tries at once when the browser is online again, but not where the ledger asked to wait', async () => {
  choose()
  scene.ledger.turns.push(...Array.from({ length: 8 }, () => 'fail' as const))
  await scene.visit().deliver()
  await vi.advanceTimersByTimeAsync(60_000)
  const tried = scene.ledger.requests.length
  scene.ledger.turns.splice(0, 8, 'be busy')
  dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(1)
  expect(scene.ledger.requests).toHaveLength(tried + 1)
  dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(1)
  expect(scene.ledger.requests).toHaveLength(tried + 1)
})

test('gives up a request that gets no answer, and tries again', async () => {
  choose()
  scene.ledger.turns.push('no answer')
  await scene.visit().deliver()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(scene.ledger.stored).toHaveLength(1)
})

test('sends what is not under way when the page is left', async () => {
  const first = choose()
  scene.ledger.turns.push('no answer')
  const page = scene.visit()
  await page.deliver()
  await vi.advanceTimersByTimeAsync(2_100)
  const second = choose()
  dispatchEvent(new Event('pagehide'))
  await vi.advanceTimersByTimeAsync(1)
  expect(scene.ledger.requests).toHaveLength(2)
  expect(scene.ledger.stored).toEqual([second])
  page.close()
  await scene.visit().deliver()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(scene.ledger.stored).toEqual([second, first])
})

test('sends a beacon from a page that is left where requests cannot outlive it', async () => {
  vi.stubGlobal('Request', { prototype: {} })
  const sendBeacon = vi.fn<Navigator['sendBeacon']>(() => true)
  vi.stubGlobal('navigator', { sendBeacon })
  const operator = { name: 'Ж'.repeat(2_000) }
  const ids = Array.from({ length: 20 }, () =>
    choose({ record: { ...recordOf(PERSON), operator } as ConsentRecord }),
  )
  const page = scene.visit()
  await page.deliver()
  dispatchEvent(new Event('pagehide'))
  const sent = sendBeacon.mock.calls.map(([url, body]) => ({ url, body: body as string }))
  expect(sent.map(({ url }) => url)).toEqual([`${LEDGER}v1/records`])
  const [{ body } = { body: '' }] = sent
  // Browsers take 64 KiB of beacons; the ledger takes 16.
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(16_384)
  const carried = (JSON.parse(body) as { records: { record: ConsentRecord }[] }).records
  expect(carried.length).toBeGreaterThan(0)
  expect(carried.map(({ record }) => record.recordId)).toEqual(ids.slice(0, carried.length))
  // Nobody has heard that it arrived.
  expect(readWaiting()).toHaveLength(20)
})

test('stops with the instance', async () => {
  choose()
  const page = scene.visit()
  await page.deliver()
  page.close()
  dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(HOUR_MS)
  expect(scene.ledger.requests).toEqual([])
})
