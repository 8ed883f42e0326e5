import type { Sweepable } from './refused-storage.ts'

/**
 * Deletes entries of local or session storage.
 *
 * @param area Names the storage; reading it throws where the browser forbids it.
 * @returns Names that are still there.
 */
export function sweepArea(
  area: 'localStorage' | 'sessionStorage',
  { matches }: Sweepable,
): string[] {
  try {
    const storage = window[area]
    // By number, because an entry may be called "length" or "getItem".
    const names = (): string[] =>
      Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter(matches)
    for (const name of names()) storage.removeItem(name)
    return names()
  } catch {
    // What cannot be read keeps nothing that anybody could read.
    return []
  }
}
