import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, inject } from 'vitest'
import { makeTemporaryFolder } from '../../../scripts/e2e/temporary-folder.ts'
import { append } from '../src/store/append.ts'
import { addPartitions } from '../src/store/partitions.ts'
import { migrate } from '../src/store/migrate.ts'
import { openStore } from '../src/store/open.ts'
import type { Store } from '../src/store/tables.ts'
import { newVisitor, writingOf } from './records.ts'

export const KINDS = ['sqlite', 'postgres'] as const
export type Kind = (typeof KINDS)[number]

let databases = 0

/** Address of a database that nobody has used. */
export async function newDatabase(kind: Kind): Promise<string> {
  if (kind === 'sqlite') {
    const folder = await makeTemporaryFolder('ledger')
    afterAll(folder.remove)
    return join(folder.path, 'ledger.db')
  }
  const name = `test_${process.pid}_${databases++}`
  const client = new Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  return inject('postgresUrl').replace(/\/[^/]*$/, `/${name}`)
}

/** Opens a database that is ready to serve. */
export async function openReady(database: string): Promise<Store> {
  const store = openStore({ database })
  await migrate(store)
  await addPartitions(store, { days: 30, ahead: 60 }, Date.now())
  return store
}

/** Writes records of as many visitors. */
export async function fill({ serving }: Store, count: number): Promise<void> {
  for (let written = 0; written < count; written += 500)
    await append(
      serving,
      Array.from({ length: 500 }, () => writingOf(newVisitor())),
    )
}

/** A new, empty store that is closed behind the tests. */
export async function newStore(kind: Kind): Promise<Store> {
  const store = await openReady(await newDatabase(kind))
  afterAll(store.close)
  return store
}
