import { cookieNames, cookiePlaces, removeCookie } from './page-cookies.ts'
import { cookiePaths } from './cookie-places.ts'
import type { Sweepable } from './refused-storage.ts'

/**
 * Deletes cookies on the host, its parent domains and every path of this address.
 *
 * @returns Names that are still there.
 */
export function sweepCookies({ matches }: Sweepable): string[] {
  const left = (): string[] => cookieNames().filter(matches)
  let names = left()
  for (const place of places()) {
    if (!names[0]) break
    for (const name of names) removeCookie(name, place)
    names = left()
  }
  return [...new Set(names)]
}

/** The likeliest first; on each path cookies of their own may be partitioned. */
function* places(): Generator<string> {
  for (const path of cookiePaths(location.pathname)) {
    yield* cookiePlaces(path)
    if (location.protocol === 'https:')
      yield* cookiePlaces(path).map((place) => `${place}; Partitioned`)
  }
}
