import { sql } from 'kysely'
import { lowestId } from '../record/uuid-time.ts'
import type { Db, Store } from './tables.ts'

const DAY_MS = 864e5
const KEYS = { links: 'consent_id', records: 'record_id' } as const
type Table = keyof typeof KEYS

/** How tables are cut on PostgreSQL. */
export interface PartitionPlan {
  /** Days that one partition holds. */
  readonly days: number
  /** Days ahead for which there are partitions. */
  readonly ahead: number
}

/**
 * Makes the partitions that are needed soon; what has come early with a wrong clock moves into them.
 *
 * @returns Names of the new ones.
 */
export async function addPartitions(
  store: Store,
  { days, ahead }: PartitionPlan,
  now: number,
): Promise<string[]> {
  if (store.kind !== 'postgres') return []
  const added: string[] = []
  const width = days * DAY_MS
  for (const table of Object.keys(KEYS) as Table[]) {
    // Where the last one ends, as the width may have been changed.
    let from = (await lastEnd(store.admin, table)) ?? Math.floor(now / width) * width
    for (; from < now + ahead * DAY_MS; from += width)
      added.push(await addPartition(store.admin, table, from, from + width))
  }
  return added
}

const nameOf = (table: Table, from: number, to: number) => `${table}_${from / 1e3}_${to / 1e3}`

async function lastEnd(db: Db, table: Table): Promise<number | null> {
  const { rows } = await sql<{ name: string }>`
    SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = ${table}::regclass
  `.execute(db)
  const ends = rows.map(({ name }) => Number(name.split('_').at(-1)) * 1e3).filter(Number.isFinite)
  return ends.length > 0 ? Math.max(...ends) : null
}

async function addPartition(db: Db, table: Table, from: number, to: number): Promise<string> {
  const name = nameOf(table, from, to)
  const [parent, rest, own] = [table, `${table}_rest`, name].map((each) => sql.table(each))
  const key = sql.ref(KEYS[table])
  const [low, high] = [sql.lit(lowestId(from)), sql.lit(lowestId(to))]
  const isInside = sql`${key} >= ${low} AND ${key} < ${high}`
  await db.transaction().execute(async (trx) => {
    // Whoever writes reads this table first, so that nobody waits while holding what this waits for. A long
    // export may hold it up; then it is done another time, and writers do not wait long.
    await sql`SET LOCAL lock_timeout = '1s'`.execute(trx)
    await sql`LOCK TABLE consents IN ACCESS EXCLUSIVE MODE`.execute(trx)
    await sql`LOCK TABLE ${parent} IN ACCESS EXCLUSIVE MODE`.execute(trx)
    await sql`CREATE TABLE ${own} (LIKE ${parent} INCLUDING ALL)`.execute(trx)
    await sql`INSERT INTO ${own} SELECT * FROM ${rest} WHERE ${isInside}`.execute(trx)
    await sql`DELETE FROM ${rest} WHERE ${isInside}`.execute(trx)
    await sql`ALTER TABLE ${parent} ATTACH PARTITION ${own} FOR VALUES FROM (${low}) TO (${high})`.execute(
      trx,
    )
  })
  return name
}
