import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'libsql'
import { describe, expect, test } from 'vitest'
import { startPostgres } from '../../../scripts/ledger/postgres.ts'
import { SCHEMA_VERSION } from '../src/store/migrate.ts'
import { asOperator, newLedger } from './ledger.ts'
import { deliver, deliverFirmly, exportedIds } from './outbox.ts'
import { runCli, spawnCli, startProcess } from './process.ts'
import { itemOf, newVisitor, SITE } from './records.ts'
import { KINDS, newDatabase, openReady } from './stores.ts'

const isLong = process.env['KELISIM_LONG'] === '1'
const ROUNDS = isLong ? 50 : 3
const batchOf = (count: number) => Array.from({ length: count }, () => itemOf(newVisitor()))
const idsOf = (items: ReturnType<typeof batchOf>) => items.map(({ record }) => record.recordId)

describe.each(KINDS)('on %s', (kind) => {
  test('loses nothing it confirmed and doubles nothing when it is killed in the middle of batches', async () => {
    const database = await newDatabase(kind)
    const all: ReturnType<typeof batchOf>[] = []
    const confirmed: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const ledger = await startProcess(database)
      const life = { isOver: false }
      const writers = Array.from({ length: 8 }, async () => {
        while (!life.isOver) {
          const batch = batchOf(5)
          all.push(batch)
          const { status } = await deliver(ledger.url, batch)
          if (status === 201) confirmed.push(...idsOf(batch))
        }
      })
      await sleep(200 + Math.random() * 300)
      await ledger.end('SIGKILL')
      life.isOver = true
      await Promise.all(writers)
    }
    const ledger = await startProcess(database)
    const found = await exportedIds(ledger.url)
    expect(confirmed.length).toBeGreaterThan(ROUNDS * 10)
    expect(new Set(found).size).toBe(found.length)
    const stored = new Set(found)
    expect(confirmed.filter((id) => !stored.has(id))).toEqual([])
    // A batch is there as a whole or not at all.
    for (const batch of all)
      expect([0, 5]).toContain(idsOf(batch).filter((id) => stored.has(id)).length)
    for (const batch of all) await deliver(ledger.url, batch)
    const complete = await exportedIds(ledger.url)
    expect(complete.sort()).toEqual(all.flatMap(idsOf).sort())
    const exported = await fetch(`${ledger.url}/v1/export`, asOperator())
    const proof = await runCli(['verify'], { input: await exported.text() })
    expect(proof).toMatchObject({ code: 0, out: expect.stringContaining('Whole and unchanged') })
  })

  test('answers what is under way when it is told to end, and ends in time', async () => {
    const ledger = await startProcess(await newDatabase(kind))
    const deliveries = Array.from({ length: 40 }, () => deliver(ledger.url, batchOf(10)))
    await sleep(30)
    const started = Date.now()
    const code = await ledger.end('SIGTERM')
    expect(code).toBe(0)
    expect(Date.now() - started).toBeLessThan(10_000)
    // Not all may have connected; those that did are answered in full.
    const answered = (await Promise.all(deliveries)).filter(({ status }) => status !== 0)
    expect(answered.length).toBeGreaterThan(0)
    for (const { status } of answered) expect(status).toBe(201)
  })

  test('makes its tables once when it is killed while it starts, or starts twice', async () => {
    const database = await newDatabase(kind)
    for (const delay of isLong ? [300, 500, 700, 900, 1100, 1300, 1500] : [700, 1000]) {
      const child = spawnCli(['migrate', '--database', database])
      await sleep(delay)
      child.kill('SIGKILL')
    }
    const both = await Promise.all([1, 2].map(() => runCli(['migrate', '--database', database])))
    expect(both).toMatchObject([{ code: 0 }, { code: 0 }])
    const ledger = await startProcess(database)
    expect(await deliver(ledger.url, batchOf(1))).toMatchObject({ status: 201 })
  })

  test('refuses to start on the schema of a newer release', async () => {
    const database = await newDatabase(kind)
    const store = await openReady(database)
    const version = SCHEMA_VERSION + 1
    await store.admin.insertInto('schema_versions').values({ version }).execute()
    await store.close()
    const { code, err } = await runCli(['serve', '--database', database, '--origin', SITE])
    expect(code).toBe(1)
    expect(err).toContain(`schema ${version}, this release knows ${SCHEMA_VERSION}`)
  })

  test('goes on after a clock that was ten years ahead', async () => {
    const database = await newDatabase(kind)
    const visitor = newVisitor()
    const ahead = await newLedger({ config: { database }, now: () => Date.now() + 3650 * 864e5 })
    await ahead.post(itemOf(visitor))
    await ahead.stop()
    // Far enough ahead that this hour is sealed.
    const later = await newLedger({ config: { database }, now: () => Date.now() + 3651 * 864e5 })
    await expect.poll(() => later.logged.join('')).toContain('"sealed"')
    await later.stop()
    const right = await newLedger({ config: { database } })
    const { status, json } = await right.post(itemOf(visitor))
    expect([status, json.results[0].sequence]).toEqual([201, 2])
    const { text } = await right.send('/v1/export', asOperator())
    expect(await runCli(['verify'], { input: text })).toMatchObject({ code: 0 })
  })
})

test('answers 503 while another program holds the database, and then goes on', async () => {
  const database = await newDatabase('sqlite')
  const ledger = await newLedger({ config: { database } })
  const other = new Database(database)
  other.exec('BEGIN IMMEDIATE')
  const item = itemOf(newVisitor())
  const held = await ledger.post(item)
  expect(held.status).toBe(503)
  expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await ledger.send('/healthz')).status).toBe(200)
  other.exec('ROLLBACK')
  other.close()
  expect((await ledger.post(item)).status).toBe(201)
  expect((await ledger.post(item)).status).toBe(200)
})

test('answers 503 on a full disk, keeps what it has and goes on without a restart', async () => {
  const database = await newDatabase('sqlite')
  const ledger = await startProcess(database)
  const first = batchOf(20)
  expect(await deliver(ledger.url, first)).toMatchObject({ status: 201 })
  const limit = (bytes: string) =>
    spawnSync('prlimit', ['--pid', `${ledger.pid}`, `--fsize=${bytes}:`]).status
  expect(limit(`${statSync(`${database}-wal`).size + 20_000}`)).toBe(0)
  const second = batchOf(400)
  const batches = Array.from({ length: 20 }, (_, index) =>
    second.slice(index * 20, index * 20 + 20),
  )
  const statuses = new Set<number>()
  for (const batch of batches) statuses.add((await deliver(ledger.url, batch)).status)
  expect(statuses).toContain(503)
  expect([...statuses].every((status) => status === 201 || status === 503)).toBe(true)
  expect(await exportedIds(ledger.url)).toEqual(expect.arrayContaining(idsOf(first)))
  limit('unlimited')
  for (const batch of batches) expect((await deliver(ledger.url, batch)).status).toBeLessThan(300)
  expect((await exportedIds(ledger.url)).sort()).toEqual(idsOf([...first, ...second]).sort())
})

test('loses and doubles nothing when PostgreSQL is restarted in the middle of requests', async () => {
  const server = await startPostgres()
  try {
    const ledger = await newLedger({ config: { database: server.url() } })
    const batches = Array.from({ length: isLong ? 400 : 60 }, () => batchOf(5))
    const rest = [...batches]
    const writers = Array.from({ length: 4 }, async () => {
      for (let batch = rest.pop(); batch; batch = rest.pop()) {
        await deliverFirmly(() => ledger.url, batch)
        await sleep(10)
      }
    })
    await sleep(100)
    await server.restart()
    await Promise.all(writers)
    expect((await exportedIds(ledger.url)).sort()).toEqual(batches.flatMap(idsOf).sort())
    await ledger.stop()
  } finally {
    await server.stop()
  }
})
