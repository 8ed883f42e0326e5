import { sql } from 'kysely'
import { isClash } from './database-errors.ts'
import { retryClashes } from './retry.ts'
import { grantServing, SERVING_ROLE, tablesOf } from './schema.ts'
import type { Db, Store } from './tables.ts'

/** The schema that this release reads and writes. */
export const SCHEMA_VERSION = 1

/**
 * Brings the database to the schema of this release. Each step is one transaction, so what is killed half-way
 * starts again; of several instances that start together one does it.
 *
 * @throws {Error} When the database is of a newer release.
 */
export async function migrate(store: Pick<Store, 'kind' | 'admin'>): Promise<void> {
  if (store.kind === 'postgres') await createRole(store.admin)
  await retryClashes(() => store.admin.transaction().execute((db) => step(db, store.kind)))
}

/** The version of the database's schema; 0 for an empty one. */
export async function schemaVersion(db: Db): Promise<number> {
  const row = await db
    .selectFrom('schema_versions')
    .select((eb) => eb.fn.max('version').as('version'))
    .executeTakeFirst()
  return Number(row?.version ?? 0)
}

async function step(db: Db, kind: Store['kind']): Promise<void> {
  await sql`CREATE TABLE IF NOT EXISTS schema_versions (version integer PRIMARY KEY)`.execute(db)
  const version = await schemaVersion(db)
  if (version > SCHEMA_VERSION)
    throw new Error(
      `The database has schema ${version}, this release knows ${SCHEMA_VERSION}: start a newer release.`,
    )
  if (version === SCHEMA_VERSION) return
  // First, so that the second of two instances fails here and finds everything done.
  await db.insertInto('schema_versions').values({ version: SCHEMA_VERSION }).execute()
  for (const statement of tablesOf(kind)) await sql.raw(statement).execute(db)
  if (kind === 'postgres') await grantServing(db)
}

async function createRole(db: Db): Promise<void> {
  const { rows } = await sql`SELECT 1 FROM pg_roles WHERE rolname = ${SERVING_ROLE}`.execute(db)
  if (rows.length > 0) return
  try {
    await sql`CREATE ROLE ${sql.id(SERVING_ROLE)} NOLOGIN`.execute(db)
    await sql`GRANT ${sql.id(SERVING_ROLE)} TO CURRENT_USER`.execute(db)
  } catch (error) {
    if (isClash(error)) return
    throw new Error(
      `The role ${SERVING_ROLE} is missing and may not be created: have an administrator run ` +
        `"CREATE ROLE ${SERVING_ROLE} NOLOGIN; GRANT ${SERVING_ROLE} TO <login>".`,
      { cause: error },
    )
  }
}
