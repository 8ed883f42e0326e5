/** Upgrades a database half-way, says so, and waits to be killed: `half-upgrade.ts <database>`. */
import { sql } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrate, type Upgrade, UPGRADES } from '../src/store/migrate.ts'
import { openStore } from '../src/store/open.ts'
import { copyRecords } from './copy-records.ts'

const halfWay: Upgrade = async (db, kind) => {
  await copyRecords(db, kind)
  await sql`DROP TABLE records`.execute(db)
  process.stdout.write('half-way\n')
  await sleep(600_000)
}
await migrate(openStore({ database: process.argv[2] ?? '' }), [...UPGRADES, halfWay])
