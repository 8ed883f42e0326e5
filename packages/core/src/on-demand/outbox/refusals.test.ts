// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import type { ConsentRecord } from '../consent-record.ts'
import { strangerOf } from '../owner.ts'
import { readWaiting } from './parcel.ts'
import { choose, LEDGER, PERSON, recordOf } from './testing/ledger.ts'
import { setScene } from './testing/scene.ts'

const scene = setScene()
const HOUR_MS = 36e5

test('takes out what the ledger refuses for good, and reports it', async () => {
  const refused = choose()
  const next = choose()
  scene.ledger.refusals.set(refused, { status: 409, outcome: 'conflict' })
  const { deliver, report } = scene.visit()
  await deliver()
  await vi.advanceTimersByTimeAsync(3_000)
  expect(scene.ledger.stored).toEqual([next])
  expect(readWaiting()).toEqual([])
  expect(report.mock.calls).toEqual([['ledger-refused', expect.stringContaining('conflict')]])
})

test.each([
  { status: 410, outcome: 'erased' },
  { status: 422, outcome: 'full' },
])('begins a new consent id where the old one is $outcome', async (refusal) => {
  scene.ledger.refusals.set(choose(), refusal)
  await scene.visit().deliver()
  await vi.advanceTimersByTimeAsync(3_000)
  expect(readWaiting()).toEqual([])
  const decision = { consentId: PERSON } as Parameters<typeof strangerOf>[0]
  expect(strangerOf(decision, undefined)).toBe('nobody')
  expect(strangerOf({ ...decision, consentId: 'another' }, undefined)).toBeUndefined()
})

test('sends a text once when the ledger misses it, also on a later page', async () => {
  const shown = { text: 'Файлы cookie' }
  const record = (): ConsentRecord => ({ ...recordOf(PERSON), shownSha256: 'ab' })
  choose({ ...shown, record: record() })
  scene.ledger.turns.push('take', 'fail')
  await scene.visit().deliver()
  await vi.advanceTimersByTimeAsync(300)
  expect(scene.ledger.stored).toHaveLength(1)
  expect(readWaiting()).toMatchObject([{ record: null, text: 'Файлы cookie' }])
  scene.leave()
  await scene.visit().deliver()
  await vi.advanceTimersByTimeAsync(5_000)
  choose({ ...shown, record: record() })
  await scene.visit().deliver()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(scene.ledger.texts).toEqual(['Файлы cookie'])
  expect(readWaiting()).toEqual([])
})

test('keeps a Russian visitor’s record here where no ledger is named for Russia', async () => {
  choose({ country: 'RU' })
  choose({ country: 'ru ' })
  const other = choose({ country: 'KZ' })
  const { deliver, report } = scene.visit({
    ledger: { KZ: LEDGER, default: 'https://other.example' },
  })
  await deliver()
  await vi.advanceTimersByTimeAsync(HOUR_MS)
  expect(scene.ledger.stored).toEqual([other])
  expect(readWaiting()).toHaveLength(2)
  expect(report.mock.calls).toEqual([['ledger-missing', 'RU']])
  await scene.visit({ ledger: { RU: 'https://ledger.example.ru/x', default: LEDGER } }).deliver()
  await vi.advanceTimersByTimeAsync(3_000)
  expect(scene.ledger.requests.at(-1)?.url).toBe('https://ledger.example.ru/x/v1/records')
  expect(readWaiting()).toEqual([])
})

test('keeps twenty records and 32,000 characters at most, always the newest, and reports the rest', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('down')))
  const ids = Array.from({ length: 26 }, () => choose({ text: 'ж'.repeat(2_000) }))
  localStorage.setItem('kelisim-outbox-x', 'nonsense')
  const { deliver, report } = scene.visit()
  await deliver()
  await vi.advanceTimersByTimeAsync(3_000)
  const waiting = readWaiting()
  expect(waiting.map(({ record }) => record?.recordId)).toEqual(ids.slice(-20))
  expect(JSON.stringify(waiting).length).toBeLessThan(34_000)
  expect(waiting.at(-1)?.text).toBeDefined()
  expect(report.mock.calls).toContainEqual(['ledger-full', 7])
})

test('sends at most 16 kB at once, and less where the ledger wants less', async () => {
  const operator = { name: 'Ж'.repeat(2_000) }
  const ids = Array.from({ length: 7 }, () =>
    choose({ record: { ...recordOf(PERSON), operator } as ConsentRecord }),
  )
  await scene.visit().deliver()
  await vi.advanceTimersByTimeAsync(3_000)
  expect(scene.ledger.stored).toEqual(ids)
  expect(scene.ledger.bodies.length).toBeGreaterThan(1)
  for (const body of scene.ledger.bodies)
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(16_384)
})

test('passes a record by that the ledger cannot read, and sends the others', async () => {
  const ids = [choose(), choose(), choose(), choose()]
  const bad = ids[1]
  vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
    `${init.body as string}`.includes(`"${bad}"`)
      ? Promise.resolve(new Response('{"error":{"code":"invalid-request"}}', { status: 400 }))
      : scene.ledger.fetch(url, init),
  )
  const { deliver, report } = scene.visit()
  await deliver()
  await vi.advanceTimersByTimeAsync(3_000)
  expect(scene.ledger.stored).toEqual(ids.filter((id) => id !== bad))
  expect(report.mock.calls).toEqual([
    ['ledger-refused', expect.stringContaining('invalid-request')],
  ])
})

test('keeps everything while the ledger refuses the page’s origin, and says so once', async () => {
  choose()
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response('{"error":{"code":"origin-not-allowed"}}', { status: 403 })),
  )
  const { deliver, report } = scene.visit()
  await deliver()
  await vi.advanceTimersByTimeAsync(HOUR_MS)
  expect(readWaiting()).toHaveLength(1)
  expect(report.mock.calls).toEqual([
    ['ledger-refused', expect.stringContaining('origin-not-allowed')],
  ])
})
