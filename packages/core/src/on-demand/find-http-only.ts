import { cookieDomains } from './cookie-places.ts'
import { cookieNames, cookiePlaces, removeCookie } from './page-cookies.ts'
import type { Sweepable } from './refused-storage.ts'

const PROBE = 'kelisim-probe'
const PROBE_MS = 10_000
// Browsers refuse these names from scripts for reasons of their own.
const PREFIXED = /^__(Host|Http|Secure)/i

/**
 * Finds cookies that scripts neither see nor delete (HttpOnly): browsers refuse a script's cookie of the
 * same name, domain and path, so one that is set cannot be read back. What can is deleted at once.
 *
 * Through the CookieStore, because Firefox and WebKit show what was written to `document.cookie` before
 * they refuse it. Older browsers and pages on http have none, and there nothing is found.
 *
 * Source: RFC 6265, section 5.3, step 11.2.
 */
export async function findHttpOnly({ exact }: Sweepable): Promise<string[]> {
  const shown = cookieNames()
  const hidden = exact.filter((name) => !shown.includes(name) && !PREFIXED.test(name))
  if (!hidden[0] || typeof cookieStore === 'undefined') return []
  const found = new Set<string>()
  for (const domain of cookieDomains(location.hostname)) {
    // Where not even a new name is kept, this says nothing: a public suffix, or no cookies at all.
    const names = (await isTaken(PROBE, domain)) ? [] : hidden
    for (const name of names) if (await isTaken(name, domain)) found.add(name)
  }
  return [...found]
}

async function isTaken(name: string, text: string): Promise<boolean> {
  const domain = text || null
  const expires = Date.now() + PROBE_MS
  try {
    await cookieStore.set({ name, value: '', domain, expires, sameSite: 'lax' })
  } catch {
    // WebKit rejects what it refuses; the others are silent.
  }
  try {
    if (!(await cookieStore.get(name))) return true
    await cookieStore.delete({ name, domain })
    // Firefox may go on showing it.
    for (const place of cookiePlaces('/')) removeCookie(name, place)
  } catch {
    // A sandboxed page may not even look.
  }
  return false
}
