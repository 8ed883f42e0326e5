import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { migrate, schemaVersion, UPGRADES } from '../src/store/migrate.ts'
import type { Store } from '../src/store/tables.ts'
import { copyRecords } from './copy-records.ts'
import { exportedIds } from './outbox.ts'
import { runCli, startProcess } from './process.ts'
import { SITE } from './records.ts'
import { fill, KINDS, newDatabase, openReady } from './stores.ts'

const ROWS = process.env['KELISIM_LONG'] === '1' ? 1_000_000 : 1_000
const HALF_UPGRADE = fileURLToPath(new URL('half-upgrade.ts', import.meta.url))

/** Begins an upgrade in a process of its own, which is killed in its middle. */
async function upgradeHalfWay(database: string): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', HALF_UPGRADE, database])
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  expect(said.toString()).toBe('half-way\n')
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

async function countIn({ admin }: Store, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(
    admin,
  )
  return Number(rows[0]?.n)
}

test.each(KINDS)(
  'rolls back an upgrade that is killed half-way, and makes it later, on %s',
  async (kind) => {
    const database = await newDatabase(kind)
    const store = await openReady(database)
    await fill(store, ROWS)
    await store.close()
    await upgradeHalfWay(database)

    const ledger = await startProcess(database)
    if (ROWS < 1e5) expect(await exportedIds(ledger.url)).toHaveLength(ROWS)
    await ledger.end('SIGTERM')

    const again = await openReady(database)
    expect(await schemaVersion(again.admin)).toBe(1)
    expect(await countIn(again, 'records')).toBe(ROWS)
    await expect(countIn(again, 'records_of_two')).rejects.toThrow(/records_of_two/)
    await migrate(again, [...UPGRADES, copyRecords])
    expect(await schemaVersion(again.admin)).toBe(2)
    expect(await countIn(again, 'records_of_two')).toBe(ROWS)
    await again.close()
    // The older binary leaves what it does not know alone.
    expect(await runCli(['serve', '--database', database, '--origin', SITE])).toMatchObject({
      code: 1,
      err: expect.stringContaining('start a newer release'),
    })
  },
)
