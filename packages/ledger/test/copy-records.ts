import { sql } from 'kysely'
import type { Upgrade } from '../src/store/migrate.ts'

/** An upgrade that touches every record, as a later release may have one. */
export const copyRecords: Upgrade = async (db) => {
  await sql`CREATE TABLE records_of_two AS SELECT * FROM records`.execute(db)
}
