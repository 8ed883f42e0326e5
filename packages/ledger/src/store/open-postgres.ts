import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { SERVING_ROLE } from './schema.ts'
import type { Db, Store, Tables } from './tables.ts'

/** How PostgreSQL is reached. */
export interface PostgresOptions {
  /** Login that serves; where it is also the maintainer, serving connections take a role that cannot change records. */
  readonly url: string
  /** Login that owns the tables. @default url */
  readonly maintenanceUrl?: string
  /** Connections that serve. @default 10 */
  readonly connections?: number
}

const INT8 = 20

/** Opens a database as a store. */
export function openPostgres({
  url,
  maintenanceUrl = url,
  connections = 10,
}: PostgresOptions): Store {
  const role = maintenanceUrl === url ? [`SET ROLE ${SERVING_ROLE}`] : []
  const serving = kyselyOn(url, { max: connections, statement_timeout: 30_000 }, role)
  const admin = kyselyOn(maintenanceUrl, { max: 2 })
  return {
    kind: 'postgres',
    serving,
    admin,
    // What came in between two statements fails one of them, instead of being missed by the first.
    maintain: (change) => admin.transaction().setIsolationLevel('repeatable read').execute(change),
    async snapshot() {
      const db = await serving
        .startTransaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute()
      return { db, end: async () => void (await db.rollback().execute()) }
    },
    // Autovacuum does it, at a time and pace that fit the table.
    reclaim: async () => undefined,
    async close() {
      await serving.destroy()
      await admin.destroy()
    },
  }
}

function kyselyOn(url: string, limits: pg.PoolConfig, first: readonly string[] = []): Db {
  const pool = new pg.Pool({
    connectionString: url,
    ...limits,
    connectionTimeoutMillis: 3000,
    idle_in_transaction_session_timeout: 600_000,
    keepAlive: true,
    types: {
      getTypeParser: ((oid: number, format: 'text') =>
        // Times and counts stay far below 2⁵³.
        oid === INT8
          ? Number
          : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  })
  // The pool replaces a lost connection; without listeners the loss of one, idle or in use, would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool,
      async onCreateConnection(connection) {
        for (const statement of first) await connection.executeQuery(CompiledQuery.raw(statement))
      },
    }),
  })
}
