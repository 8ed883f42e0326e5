import type { Sweepable } from './refused-storage.ts'

const PATIENCE_MS = 1_000

/**
 * Empties and deletes databases of IndexedDB: those that the browser lists, or the ones with an exact name
 * where it lists none. One that code of the page holds open is emptied, and goes when that closes it.
 *
 * @param pending Names of databases that wait for that; kept from one time to the next, because each
 *   further request would only queue up behind the one that waits.
 * @returns Names that are still there.
 */
export async function sweepDatabases(
  { exact, matches }: Sweepable,
  pending: Set<string>,
): Promise<string[]> {
  try {
    const listed = await indexedDB.databases?.()
    const names = listed?.map(({ name = '' }) => name).filter(matches) ?? exact
    await Promise.all(names.filter((name) => !pending.has(name)).map((name) => drop(name, pending)))
    return names.filter((name) => pending.has(name))
  } catch {
    // The browser forbids databases here, so there are none.
    return []
  }
}

async function drop(name: string, pending: Set<string>): Promise<void> {
  pending.add(name)
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
  // Behind another tab that is deleting or changing it, opening waits.
  await Promise.race([empty(name), patience])
  const request = indexedDB.deleteDatabase(name)
  request.addEventListener('success', () => pending.delete(name))
  await anyOf(request, ['success', 'error', 'blocked'])
}

async function empty(name: string): Promise<void> {
  const request = indexedDB.open(name)
  await anyOf(request, ['success', 'error'])
  // A failed request has no result to read.
  if (request.error) return
  const database = request.result
  try {
    const stores = [...database.objectStoreNames]
    const transaction = database.transaction(stores, 'readwrite')
    for (const store of stores) transaction.objectStore(store).clear()
    await anyOf(transaction, ['complete', 'abort'])
  } catch {
    // It has no stores, or is just being deleted.
  }
  database.close()
}

const anyOf = (target: EventTarget, types: readonly string[]): Promise<unknown> =>
  new Promise((resolve) => {
    for (const type of types) target.addEventListener(type, resolve)
  })
