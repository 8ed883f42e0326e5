import { sql } from 'kysely'
import { isClash } from './database-errors.ts'
import { retryClashes } from './retry.ts'
import { grantServing, SERVING_ROLE, tablesOf } from './schema.ts'
import type { Db, Store } from './tables.ts'

/** Brings the schema from one version to the next, within a transaction. */
export type Upgrade = (db: Db, kind: Store['kind']) => Promise<void>

/** The upgrades of this release, from an empty database on. */
export const UPGRADES: readonly Upgrade[] = [makeTables]

/** The schema that this release reads and writes. */
export const SCHEMA_VERSION: number = UPGRADES.length

/**
 * Brings the database to the schema of this release. Each upgrade is one transaction, so what is killed half-way
 * starts again; of several instances that start together one does it.
 *
 * @param upgrades Those of a release, the oldest first.
 * @throws {Error} When the database is of a newer release.
 */
export async function migrate(
  store: Pick<Store, 'kind' | 'admin'>,
  upgrades: readonly Upgrade[] = UPGRADES,
): Promise<void> {
  if (store.kind === 'postgres') await createRole(store.admin)
  const next = () =>
    retryClashes(() => store.admin.transaction().execute((db) => step(db, store.kind, upgrades)))
  while (await next());
}

/** The version of the database's schema; 0 for an empty one. */
export async function schemaVersion(db: Db): Promise<number> {
  const row = await db
    .selectFrom('schema_versions')
    .select((eb) => eb.fn.max('version').as('version'))
    .executeTakeFirst()
  return Number(row?.version ?? 0)
}

/** Makes one upgrade. Tells whether there was one to make. */
async function step(db: Db, kind: Store['kind'], upgrades: readonly Upgrade[]): Promise<boolean> {
  await sql`CREATE TABLE IF NOT EXISTS schema_versions (version integer PRIMARY KEY)`.execute(db)
  const version = await schemaVersion(db)
  if (version > upgrades.length)
    throw new Error(
      `The database has schema ${version}, this release knows ${upgrades.length}: start a newer release.`,
    )
  const upgrade = upgrades[version]
  if (!upgrade) return false
  // First, so that the second of two instances fails here and finds everything done.
  await db
    .insertInto('schema_versions')
    .values({ version: version + 1 })
    .execute()
  await upgrade(db, kind)
  return true
}

async function makeTables(db: Db, kind: Store['kind']): Promise<void> {
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
