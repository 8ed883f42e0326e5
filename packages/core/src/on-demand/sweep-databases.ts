import type { Sweepable } from './refused-storage.ts'

/**
 * Deletes databases of IndexedDB: those that the browser lists, or the ones with an exact name where it
 * lists none.
 *
 * @returns Names that are still there, because code of the page holds them open.
 */
export async function sweepDatabases({ exact, matches }: Sweepable): Promise<string[]> {
  try {
    const names = await databaseNames(exact, matches)
    const outcomes = await Promise.all(names.map(remove))
    return names.filter((_, index) => !outcomes[index])
  } catch {
    // The browser forbids databases here, so there are none.
    return []
  }
}

async function databaseNames(
  exact: readonly string[],
  matches: (name: string) => boolean,
): Promise<readonly string[]> {
  if (!indexedDB.databases) return exact
  const listed = await indexedDB.databases()
  return listed.map(({ name = '' }) => name).filter(matches)
}

/** Resolves to false while another connection keeps the database; it goes when that closes. */
const remove = (name: string): Promise<boolean> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    request.addEventListener('success', () => resolve(true))
    for (const type of ['error', 'blocked']) request.addEventListener(type, () => resolve(false))
  })
