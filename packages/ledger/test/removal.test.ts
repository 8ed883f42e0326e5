import { readFileSync, statSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { ExportLine } from '../src/chain/export-line.ts'
import { verify } from '../src/chain/verify.ts'
import { exportLines } from '../src/http/export-lines.ts'
import { pseudonym } from '../src/record/pseudonym.ts'
import { append } from '../src/store/append.ts'
import { fromSnapshot } from '../src/store/export.ts'
import { erase } from '../src/store/remove.ts'
import { retain } from '../src/store/retention.ts'
import { readChain } from '../src/store/read.ts'
import { retryClashes } from '../src/store/retry.ts'
import { sealLinks } from '../src/store/seal-links.ts'
import type { Store } from '../src/store/tables.ts'
import { newVisitor, writingOf } from './records.ts'
import { KINDS, newDatabase, newStore, openReady } from './stores.ts'

const DAY_MS = 864e5
const now = Date.now()

async function exported(store: Store): Promise<ExportLine[]> {
  const lines: ExportLine[] = []
  for await (const line of fromSnapshot(store, (db) => exportLines(db, {}, now))) lines.push(line)
  return lines
}
async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}
const faultsOf = async (lines: readonly ExportLine[]) =>
  (await verify(each(lines))).faults.map(({ fault }) => fault)

describe.each(KINDS)('on %s', (kind) => {
  test('leaves no trace of an erased visitor, keeps the chain valid and stores nothing again', async () => {
    const database = await newDatabase(kind)
    const store = await openReady(database)
    const [visitor, other] = [newVisitor(), newVisitor()]
    const writing = writingOf(visitor)
    await append(store.serving, [writing, writingOf(visitor), writingOf(other)])
    const removal = await erase(store, visitor.consentId, now)
    expect(removal).toMatchObject({ reason: 'erasure', count: 2 })
    expect(await erase(store, visitor.consentId, now + 1000)).toEqual(removal)

    const everything = JSON.stringify(await exported(store))
    expect(everything).not.toContain(visitor.consentId)
    expect(everything).toContain(other.consentId)
    expect(await readChain(store.serving, pseudonym(visitor.consentId))).toMatchObject([
      { record: null, context: null, subject: null },
      { record: null, context: null, subject: null },
    ])
    expect(await faultsOf(await exported(store))).toEqual([])
    expect(await append(store.serving, [writing, writingOf(visitor)])).toEqual([
      { outcome: 'erased' },
      { outcome: 'erased' },
    ])
    if (kind === 'sqlite')
      for (const end of ['', '-wal'])
        expect(readFileSync(database + end, 'latin1')).not.toContain(visitor.consentId)
    await store.close()
  })

  test('erases an id that was never seen, so that what arrives late is not stored', async () => {
    const store = await newStore(kind)
    const visitor = newVisitor()
    expect(await erase(store, visitor.consentId, now)).toMatchObject({ count: 0 })
    expect(await append(store.serving, [writingOf(visitor)])).toEqual([{ outcome: 'erased' }])
  })

  test('leaves nothing behind when records are written during the erasure', async () => {
    const store = await newStore(kind)
    for (let round = 0; round < 5; round++) {
      const visitor = newVisitor()
      const write = () => retryClashes(() => append(store.serving, [writingOf(visitor)]))
      await Promise.all([write(), write(), erase(store, visitor.consentId, now), write(), write()])
      expect(await readChain(store.serving, visitor.consentId)).toEqual([])
      const left = await store.serving
        .selectFrom('records')
        .select('record_id')
        .where('consent_id', '=', visitor.consentId)
        .execute()
      expect(left).toEqual([])
    }
    expect(await faultsOf(await exported(store))).toEqual([])
  })

  test('deletes records whose consent ended long ago, and nothing younger', async () => {
    const store = await newStore(kind)
    const [old, gone, fresh] = [newVisitor(), newVisitor(), newVisitor()]
    const ago = (days: number) => now - days * DAY_MS
    await append(store.serving, [
      writingOf(gone, {}, ago(2000)),
      // Ended by the next one, which holds.
      writingOf(old, {}, ago(1500)),
      writingOf(old, { event: 'withdrawn' }, ago(1200)),
      ...Array.from({ length: 5 }, () => writingOf(fresh)),
    ])
    const plan = { endedBefore: ago(1095), contextBefore: ago(180) }
    expect(await retain(store, plan, now)).toEqual({ records: 2, contexts: 1 })
    expect(await readChain(store.serving, gone.consentId)).toEqual([])
    expect(await readChain(store.serving, old.consentId)).toMatchObject([
      { record: null, context: null },
      { record: expect.stringContaining('withdrawn'), context: null },
    ])
    expect(await readChain(store.serving, fresh.consentId)).toHaveLength(5)
    expect(await faultsOf(await exported(store))).toEqual([])
  })

  test('does not delete more than half of the records at once unless it is forced', async () => {
    const store = await newStore(kind)
    await append(store.serving, [writingOf(newVisitor()), writingOf(newVisitor())])
    const tenYearsOn = now + 3650 * DAY_MS
    const plan = { endedBefore: tenYearsOn - 1095 * DAY_MS, contextBefore: null }
    await expect(retain(store, plan, tenYearsOn)).rejects.toThrow('--force')
    expect(await retain(store, { ...plan, isForced: true }, tenYearsOn)).toMatchObject({
      records: 2,
    })
  })

  test('finds what was changed, deleted, swapped or added in the database', async () => {
    const store = await newStore(kind)
    // Whatever the time of day, both times are in one hour, which is over.
    const hour = (Math.floor(now / 3600e3) - 2) * 3600e3
    const visitors = Array.from({ length: 4 }, () => newVisitor(hour + 600e3))
    const writings = visitors.flatMap((visitor) =>
      [1, 2, 3].map(() => writingOf(visitor, {}, hour + 600e3)),
    )
    await append(store.serving, writings)
    await sealLinks(store, now)
    expect(await faultsOf(await exported(store))).toEqual([])

    const id = writings[0]?.record.consentId
    const recordId = writings[1]?.record.recordId
    const harms = {
      'record of link 2 was changed': sql`UPDATE records SET record = replace(record, 'granted', 'refused') WHERE record_id = ${recordId}`,
      'record of link 2 is missing': sql`DELETE FROM records WHERE record_id = ${recordId}`,
      'link 2 is missing': sql`DELETE FROM links WHERE record_id = ${recordId}`,
      'does not follow the one before it': sql`UPDATE links SET record_id = ${recordId} WHERE consent_id = ${id} AND sequence = 1`,
      'Seal 1 covers 12 links': sql`DELETE FROM links WHERE consent_id = ${id} AND sequence = 3`,
      'the export has 9': sql`DELETE FROM links WHERE consent_id = ${id}`,
    }
    for (const [fault, harm] of Object.entries(harms)) {
      let found: string[] = []
      const undo = new Error('undo')
      await store
        .maintain(async (db) => {
          await harm.execute(db)
          const lines: ExportLine[] = []
          for await (const line of exportLines(db, {}, now)) lines.push(line)
          found = await faultsOf(lines)
          throw undo
        })
        .catch((error: unknown) => {
          if (error !== undo) throw error
        })
      expect(found.join('\n')).toContain(fault)
    }
    const late = writingOf(newVisitor(), {}, hour + 800e3)
    await append(store.serving, [late])
    expect((await faultsOf(await exported(store))).join()).toContain('Seal 1 covers 12 links')
  })
})

test('gives the disk back what retention deleted, and empties the log of writes', async () => {
  const database = await newDatabase('sqlite')
  const store = await openReady(database)
  const old = now - 2000 * DAY_MS
  for (let count = 0; count < 3000; count += 500)
    await append(
      store.serving,
      Array.from({ length: 500 }, () => writingOf(newVisitor(old), {}, old)),
    )
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(store.serving)
  const before = statSync(database).size
  const plan = { endedBefore: now - 1095 * DAY_MS, contextBefore: null, isForced: true }
  expect(await retain(store, plan, now)).toMatchObject({ records: 3000 })
  expect(statSync(database).size).toBeLessThan(before * 0.7)
  expect(statSync(`${database}-wal`).size).toBe(0)
  await store.close()
})
