/**
 * Measures the ledger beside bare inserts on the same machine, and writes the table of the README:
 * `pnpm bench:ledger`, after a build.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { makeTemporaryFolder } from '../../../scripts/e2e/temporary-folder.ts'
import { startPostgres } from '../../../scripts/ledger/postgres.ts'
import { SITE } from '../test/records.ts'
import { barePostgres, bareSqlite } from './bare.ts'
import { load } from './load.ts'
import { type Measured, tableOf, withTable } from './table.ts'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const README = fileURLToPath(new URL('../README.md', import.meta.url))
const SECONDS = 8
const RECORDS = 100_000

const folder = await makeTemporaryFolder('bench')
const server = await startPostgres()
try {
  const bare = bareSqlite(join(folder.path, 'bare.db'), SECONDS)
  const sqlite = await measure('SQLite', join(folder.path, 'ledger.db'), { bare })
  const [one, ten] = [
    await barePostgres(server.url(), { seconds: SECONDS, connections: 1 }),
    await barePostgres(server.url(), { seconds: SECONDS, connections: 10 }),
  ]
  const postgres = await measure('PostgreSQL', server.url(), { bare: one, bareOfTen: ten })
  const table = tableOf([sqlite, postgres])
  console.log(table)
  writeFileSync(README, withTable(readFileSync(README, 'utf8'), table))
} finally {
  await server.stop()
  await folder.remove()
}

async function measure(
  name: string,
  database: string,
  bare: Pick<Measured, 'bare' | 'bareOfTen'>,
): Promise<Measured> {
  const { child, url } = await start(database)
  try {
    await load(url, { duration: 2 })
    const pace = await load(url, { duration: SECONDS })
    const steady = await load(url, { duration: SECONDS }, { connections: 64, overallRate: 500 })
    const memory = [memoryOf(child)]
    for (let count = 0; count < RECORDS; count += RECORDS / 5) {
      await load(url, { amount: RECORDS / 5 })
      memory.push(memoryOf(child))
    }
    return { name, pace, steady, memory, ...bare }
  } finally {
    child.kill()
  }
}

async function start(database: string): Promise<{ child: ChildProcess; url: string }> {
  const limits = ['--limit-per-address', '1000000', '--limit-per-site', '1000000']
  const args = ['--database', database, '--port', '0', '--origin', SITE, ...limits]
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
  for await (const line of createInterface({ input: child.stdout })) {
    const { port } = JSON.parse(line) as { port?: number }
    if (!port) continue
    child.stdout.resume()
    return { child, url: `http://127.0.0.1:${port}` }
  }
  throw new Error('The ledger did not start: run the build first.')
}

function memoryOf({ pid }: ChildProcess): number {
  const [, kib = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kib) / 1024)
}
