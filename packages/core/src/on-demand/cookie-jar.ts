import Cookies from 'js-cookie'
import { cookieName } from '../record/cookie-name.ts'
import { cookieValues, type Scope } from '../record/read-decision.ts'
import type { Platform } from '../platform/platform.ts'

const PROBE = 'kelisim-probe'

/** Writes one cookie for the whole host or a domain; `expires` in milliseconds, 0 deletes. */
export type WriteCookie = (name: string, value: string, expires: number, domain: string) => void

/** Writes through js-cookie, on https with `Secure`. What the browser does not keep is only seen by reading. */
export const writeCookie =
  (secure: boolean): WriteCookie =>
  (name, value, expires, domain) => {
    try {
      Cookies.set(name, value, {
        expires: new Date(expires),
        sameSite: 'Lax',
        secure,
        ...(domain && { domain }),
      })
    } catch {
      // A sandboxed page may not write; reading back finds out.
    }
  }

/**
 * Writes the decision's cookie and reads it back. A cookie of the other scope, from before the owner
 * changed it, is deleted.
 *
 * @returns False where the browser did not keep it.
 */
export function keep(
  value: string,
  expires: number,
  scope: Scope,
  platform: Platform,
  write: WriteCookie = writeCookie(platform.secure),
): boolean {
  const name = cookieName(scope, platform.secure)
  const other = cookieName(scope === 'host' ? 'site' : 'host', platform.secure)
  write(name, value, expires, scope === 'site' ? siteDomain(platform, write) : '')
  if (cookieValues(platform, other).length) {
    write(other, '', 0, scope === 'host' ? siteDomain(platform, write) : '')
  }
  const kept = cookieValues(platform, name)
  return scope === 'host' ? kept.length === 1 && kept[0] === value : kept.includes(value)
}

/** Finds the registrable domain by trying: browsers refuse a cookie for a public suffix such as com.kz. */
function siteDomain(platform: Platform, write: WriteCookie): string {
  const labels = platform.hostname.split('.')
  for (let count = 2; count <= labels.length; count++) {
    const domain = labels.slice(-count).join('.')
    write(PROBE, '1', platform.now() + 6e4, domain)
    const isKept = cookieValues(platform, PROBE).length > 0
    write(PROBE, '', 0, domain)
    if (isKept) return domain
  }
  return ''
}
