import { cookieJar } from '../platform/cookie-jar.ts'
import { page } from '../platform/page.ts'
import { cookieDomains } from './cookie-places.ts'

// The whole page's cookies, by their own names. Not by js-cookie, which escapes names: one with "%" or ":"
// as vendors write it would never be met.

/** Names of the cookies that scripts see, as often as they are there; none where cookies are blocked. */
export function cookieNames(): string[] {
  try {
    return page.cookie
      .split('; ')
      .filter((pair) => pair.includes('='))
      .map((pair) => pair.slice(0, pair.indexOf('=')))
  } catch {
    // A sandboxed page may not even look.
    return []
  }
}

/** Attributes that put a cookie on each domain that this page may have set it for. */
export function cookiePlaces(path: string): string[] {
  // In a frame of another site browsers take nothing else from a script.
  const secure = location.protocol === 'https:' ? '; Secure; SameSite=None' : ''
  return cookieDomains(location.hostname).map(
    (domain) => `; Path=${path}${domain && `; Domain=${domain}`}${secure}`,
  )
}

/** Writes a cookie; whether the browser kept it is only seen by reading. */
export function writeCookie(cookie: string): void {
  try {
    cookieJar.cookie = cookie
  } catch {
    // A sandboxed page may not write.
  }
}

/** Deletes the cookie of this name in one place. */
export function removeCookie(name: string, place: string): void {
  writeCookie(`${name}=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT${place}`)
}
