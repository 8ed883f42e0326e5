import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Kysely, sql, SqliteDialect } from 'kysely'
import Database from 'libsql'
import type { Db, Store, Tables } from './tables.ts'

/**
 * Opens a file as a store, and makes it where there is none.
 *
 * A commit is on the disk when it returns: write-ahead log with `synchronous=FULL`. Deleted content is
 * overwritten with zeros.
 */
export function openSqlite(file: string): Store {
  mkdirSync(dirname(file), { recursive: true })
  const connection = connect(file)
  // One connection for all writes: the driver is synchronous, and two would wait for each other for ever.
  const serving = kyselyOn(connection, 'begin immediate')
  return {
    kind: 'sqlite',
    serving,
    admin: serving,
    maintain: (change) =>
      serving.transaction().execute(async (db) => {
        await db.insertInto('maintenance').values({ is_on: 1 }).execute()
        const result = await change(db)
        await db.deleteFrom('maintenance').execute()
        return result
      }),
    async snapshot() {
      const reader = kyselyOn(connect(file), 'begin')
      const db = await reader.startTransaction().execute()
      const end = async () => {
        await db.rollback().execute()
        await reader.destroy()
      }
      return { db, end }
    },
    async reclaim() {
      const run = (text: string) => serving.connection().execute(async () => connection.exec(text))
      // In parts, so that writers get through; a prepared statement would stop after the first page.
      for (let free = await countFree(serving), left = Infinity; free < left;) {
        await run(`PRAGMA incremental_vacuum(${PAGES})`)
        left = free
        free = await countFree(serving)
      }
      await run('PRAGMA wal_checkpoint(TRUNCATE)')
    },
    close: () => serving.destroy(),
  }
}

const PAGES = 500

async function countFree(db: Db): Promise<number> {
  const { rows } = await sql<{ freelist_count: number }>`PRAGMA freelist_count`.execute(db)
  return rows[0]?.freelist_count ?? 0
}

type Statement = ReturnType<Database.Database['prepare']>

function connect(file: string): Database.Database {
  const connection = new Database(file)
  for (const pragma of [
    // Another process may be doing the same now.
    'busy_timeout = 3000',
    'auto_vacuum = INCREMENTAL',
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'secure_delete = ON',
    // Later, waiting that long would hold up all requests, so they retry instead.
    'busy_timeout = 20',
  ])
    connection.prepare(`PRAGMA ${pragma}`).all()
  return connection
}

function kyselyOn(connection: Database.Database, begin: string): Db {
  const prepared = new Map<string, Statement>()
  const database = {
    prepare(text: string) {
      // A transaction that reads first and writes later could fail in between.
      const query = text === 'begin' ? begin : text
      const known = prepared.get(query)
      if (known) return known as never
      const statement = connection.prepare(query)
      if (prepared.size < 200) prepared.set(query, statement)
      return statement as never
    },
    close: () => void connection.close(),
  }
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
}
