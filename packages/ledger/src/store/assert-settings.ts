import { sql } from 'kysely'
import type { Db, Store } from './tables.ts'

/**
 * Makes sure that a commit is on the disk when it is answered.
 *
 * @throws {Error} When the database is set to lose some.
 */
export async function assertDurable({ kind, serving }: Store): Promise<void> {
  const unsafe =
    kind === 'sqlite'
      ? (await pragma(serving, 'synchronous')) !== '2' ||
        (await pragma(serving, 'journal_mode')) !== 'wal'
      : (await setting(serving, 'fsync')) === 'off' ||
        (await setting(serving, 'synchronous_commit')) === 'off'
  if (unsafe)
    throw new Error(
      kind === 'sqlite'
        ? 'The file system does not let SQLite keep a write-ahead log with synchronous=FULL: use a local disk.'
        : 'PostgreSQL has fsync or synchronous_commit off, so it can lose what it confirmed: set both on.',
    )
}

/**
 * Makes sure that what serves cannot change or delete.
 *
 * @throws {Error} When its login may.
 */
export async function assertAppendOnly({ kind, serving }: Store): Promise<void> {
  if (kind === 'sqlite') return
  const { rows } = await sql<{ may: boolean }>`
    SELECT has_table_privilege('links', 'UPDATE') OR has_table_privilege('records', 'UPDATE')
      OR has_table_privilege('links', 'DELETE') OR has_table_privilege('records', 'DELETE') AS may
  `.execute(serving)
  if (rows[0]?.may)
    throw new Error(
      'The login of --database may change records: use one that is only a member of kelisim_ledger_serving.',
    )
}

async function pragma(db: Db, name: 'synchronous' | 'journal_mode'): Promise<string> {
  const { rows } = await sql<Record<string, unknown>>`PRAGMA ${sql.raw(name)}`.execute(db)
  return String(rows[0]?.[name])
}

// Engines that speak PostgreSQL's language do not have all of its settings.
async function setting(db: Db, name: string): Promise<string | null> {
  const { rows } = await sql<{ value: string | null }>`
    SELECT current_setting(${name}, true) AS value`.execute(db)
  return rows[0]?.value ?? null
}
