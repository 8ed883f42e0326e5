import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { verify } from '../src/chain/verify.ts'
import { exportLines } from '../src/http/export-lines.ts'
import { append } from '../src/store/append.ts'
import { addPartitions } from '../src/store/partitions.ts'
import { retryClashes } from '../src/store/retry.ts'
import type { Store } from '../src/store/tables.ts'
import { newVisitor, writingOf } from './records.ts'
import { newStore } from './stores.ts'

const DAY_MS = 864e5
const now = Date.now()

const countIn = async ({ admin }: Store, table: string) => {
  const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(
    admin,
  )
  return Number(rows[0]?.n)
}

test('puts records into the partition of their time, and what has none into the rest', async () => {
  const store = await newStore('postgres')
  const late = now + 100 * DAY_MS
  await append(store.serving, [writingOf(newVisitor()), writingOf(newVisitor(late), {}, late)])
  expect([await countIn(store, 'records_rest'), await countIn(store, 'links_rest')]).toEqual([1, 1])
  const added = await addPartitions(store, { days: 30, ahead: 150 }, now)
  expect(added.length).toBeGreaterThan(4)
  expect([await countIn(store, 'records_rest'), await countIn(store, 'links_rest')]).toEqual([0, 0])
  expect([await countIn(store, 'records'), await countIn(store, 'links')]).toEqual([2, 2])
})

test('takes the same id once, wherever its partition is', async () => {
  const store = await newStore('postgres')
  const late = now + 100 * DAY_MS
  const writing = writingOf(newVisitor(late), {}, late)
  await append(store.serving, [writing])
  await addPartitions(store, { days: 30, ahead: 150 }, now)
  expect(await append(store.serving, [writing])).toMatchObject([{ outcome: 'known', sequence: 1 }])
})

test('takes records while partitions are added', async () => {
  const store = await newStore('postgres')
  const adding = { isOver: false }
  const written: string[] = []
  const write = async () => {
    while (!adding.isOver) {
      const time = now + Math.random() * 90 * DAY_MS
      const writing = writingOf(newVisitor(Math.floor(time)), {}, Math.floor(time))
      await retryClashes(() => append(store.serving, [writing]))
      written.push(writing.record.recordId)
    }
  }
  const writers = [write(), write(), write(), write()]
  const added = []
  for (let ahead = 62; ahead <= 90; ahead += 2)
    added.push(...(await addPartitions(store, { days: 2, ahead }, now)))
  expect(written.length).toBeGreaterThan(0)
  adding.isOver = true
  await Promise.all(writers)
  expect(added.length).toBeGreaterThan(10)
  expect(written.length).toBeGreaterThan(added.length)
  expect(await countIn(store, 'records')).toBe(written.length)
  const { faults } = await verify(exportLines(store.serving, {}, now))
  expect(faults).toEqual([])
})
