import type { Sweepable } from './refused-storage.ts'

/**
 * Deletes caches that code of the page or a service worker keeps.
 *
 * @returns Names that are still there.
 *
 * Source: Service Workers, section 5.5 (CacheStorage).
 */
export async function sweepCaches({ matches }: Sweepable): Promise<string[]> {
  const names = async (): Promise<string[]> => (await caches.keys()).filter(matches)
  try {
    await Promise.all((await names()).map((name) => caches.delete(name)))
    return await names()
  } catch {
    // Plain http has no caches, and a browser may forbid them.
    return []
  }
}
