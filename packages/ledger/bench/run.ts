/** Measures the ledger beside bare inserts on the same machine: `pnpm bench:ledger`, after a build. */
import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { makeTemporaryFolder } from '../../../scripts/e2e/temporary-folder.ts'
import { startPostgres } from '../../../scripts/ledger/postgres.ts'
import { SITE } from '../test/records.ts'
import { barePostgres, bareSqlite, type Pace } from './bare.ts'
import { load } from './load.ts'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const SECONDS = 8
const RECORDS = 100_000

const folder = await makeTemporaryFolder('bench')
const server = await startPostgres()
try {
  await compare('SQLite', join(folder.path, 'ledger.db'), {
    'one insert, one flush': bareSqlite(join(folder.path, 'bare.db'), SECONDS),
  })
  await compare('PostgreSQL', server.url(), {
    'one insert, one flush': await barePostgres(server.url(), { seconds: SECONDS, connections: 1 }),
    'ten connections': await barePostgres(server.url(), { seconds: SECONDS, connections: 10 }),
  })
} finally {
  await server.stop()
  await folder.remove()
}

async function compare(name: string, database: string, bare: Record<string, Pace>): Promise<void> {
  const { child, url } = await start(database)
  try {
    await load(url, { duration: 2 })
    const pace = await load(url, { duration: SECONDS })
    console.log(`\n${name}: ${describe(pace)}, ${pace.failed} failed`)
    for (const [what, one] of Object.entries(bare))
      console.log(`  bare, ${what}: ${describe(one)}; ledger ${ratio(pace, one)}`)
    const steady = await load(url, { duration: SECONDS }, { connections: 64, overallRate: 500 })
    console.log(`  at 500 records/s: p99 ${steady.p99} ms, ${steady.failed} failed`)
    const sizes = [memoryOf(child)]
    for (let count = 0; count < RECORDS; count += RECORDS / 5) {
      await load(url, { amount: RECORDS / 5 })
      sizes.push(memoryOf(child))
    }
    console.log(`  memory after each of 5 × ${RECORDS / 5} records, MiB: ${sizes.join(', ')}`)
  } finally {
    child.kill()
  }
}

function describe({ perSecond, p99 }: Pace): string {
  return `${Math.round(perSecond)} records/s, p99 ${p99.toFixed(1)} ms`
}

function ratio(ledger: Pace, bare: Pace): string {
  return `${(ledger.perSecond / bare.perSecond).toFixed(2)} × its rate, p99 ${(ledger.p99 / bare.p99).toFixed(1)} ×`
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
