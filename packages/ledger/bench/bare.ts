import Database from 'libsql'
import { Client } from 'pg'
import { percentile } from './percentile.ts'

/** How fast something was. */
export interface Pace {
  readonly perSecond: number
  readonly p99: number
}

// As large as a record with its link.
const ROW = 'x'.repeat(1500)

/** One insert and one flush after another: what the disk and SQLite allow at most without sharing flushes. */
export function bareSqlite(file: string, seconds: number): Pace {
  const database = new Database(file)
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL'])
    database.prepare(`PRAGMA ${pragma}`).all()
  database.exec('CREATE TABLE bare (id integer PRIMARY KEY, text text NOT NULL)')
  const insert = database.prepare('INSERT INTO bare (text) VALUES (?)')
  const times: number[] = []
  const end = performance.now() + seconds * 1000
  while (performance.now() < end) {
    const started = performance.now()
    insert.run(ROW)
    times.push(performance.now() - started)
  }
  database.close()
  return { perSecond: times.length / seconds, p99: percentile(times, 0.99) }
}

/** The same on PostgreSQL, over several connections, whose flushes it shares. */
export async function barePostgres(
  url: string,
  { seconds, connections }: { seconds: number; connections: number },
): Promise<Pace> {
  const clients = Array.from({ length: connections }, () => new Client({ connectionString: url }))
  await Promise.all(clients.map((client) => client.connect()))
  await clients[0]?.query(
    'CREATE TABLE IF NOT EXISTS bare (id bigserial PRIMARY KEY, text text NOT NULL)',
  )
  const times: number[] = []
  const end = performance.now() + seconds * 1000
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < end) {
        const started = performance.now()
        await client.query('INSERT INTO bare (text) VALUES ($1)', [ROW])
        times.push(performance.now() - started)
      }
    }),
  )
  await Promise.all(clients.map((client) => client.end()))
  return { perSecond: times.length / seconds, p99: percentile(times, 0.99) }
}
