import { cookieNames, cookiePlaces, removeCookie, writeCookie } from './cookie-jar.ts'
import type { Sweepable } from './refused-storage.ts'

const PROBE = 'kelisim-probe'
// Browsers refuse these names from scripts for reasons of their own.
const PREFIXED = /^__(Host|Http|Secure)/i

/**
 * Finds cookies that scripts neither see nor delete (HttpOnly): browsers refuse a script's cookie of the
 * same name, domain and path, so one that is written does not show up. What does is deleted at once.
 *
 * Source: RFC 6265, section 5.3, step 11.2.
 */
export function findHttpOnly({ exact }: Sweepable): string[] {
  const isTaken = (name: string, place: string): boolean => {
    writeCookie(`${name}=; Max-Age=10${place}`)
    const isShown = cookieNames().includes(name)
    if (isShown) removeCookie(name, place)
    return !isShown
  }
  const shown = cookieNames()
  const hidden = exact.filter((name) => !shown.includes(name) && !PREFIXED.test(name))
  if (!hidden[0]) return []
  // Where not even a new name is kept, this says nothing: a public suffix, or no cookies at all.
  const open = cookiePlaces('/').filter((place) => !isTaken(PROBE, place))
  return hidden.filter((name) => open.some((place) => isTaken(name, place)))
}
