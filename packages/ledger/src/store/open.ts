import { openPostgres } from './open-postgres.ts'
import { openSqlite } from './open-sqlite.ts'
import type { Store } from './tables.ts'

/** Where the records are. */
export interface StoreOptions {
  /** File of SQLite, or `postgres://…`. */
  readonly database: string
  /** Login of PostgreSQL that owns the tables. @default database */
  readonly maintenanceDatabase?: string | undefined
  /** Connections to PostgreSQL that serve. @default 10 */
  readonly connections?: number | undefined
}

/** Opens the store that an address names. */
export function openStore({ database, maintenanceDatabase, connections }: StoreOptions): Store {
  if (!isPostgres(database)) return openSqlite(database)
  return openPostgres({
    url: database,
    ...(maintenanceDatabase && { maintenanceUrl: maintenanceDatabase }),
    ...(connections && { connections }),
  })
}

/** Whether an address is of PostgreSQL. */
export const isPostgres = (database: string): boolean => /^postgres(ql)?:\/\//.test(database)
