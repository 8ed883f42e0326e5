import Cookies from 'js-cookie'
import type { Platform } from '../platform/platform.ts'
import { cookieName } from '../record/cookie-name.ts'
import { cookieValues } from '../record/read-decision.ts'
import { cookieAttributes } from './cookie-attributes.ts'

export { readSharedDecision } from './read-shared-decision.ts'

const PROBE = 'kelisim-probe'

/**
 * Writes the decision's cookie for all subdomains of the site, and deletes this host's own from before
 * the owner changed the scope.
 *
 * @returns The cookie's name. Whether the browser kept it is only seen by reading.
 */
export function writeShared(text: string, expires: number, platform: Platform): string {
  const name = cookieName('site', platform.secure)
  try {
    const domain = siteDomain(platform)
    Cookies.set(name, text, cookieAttributes(platform.secure, expires, domain))
    Cookies.remove(cookieName('host', platform.secure), cookieAttributes(platform.secure, 0))
  } catch {
    // A sandboxed page may not write.
  }
  return name
}

/** Deletes the cookie that the subdomains shared before the owner changed the scope. */
export function forgetShared(platform: Platform): void {
  const name = cookieName('site', platform.secure)
  Cookies.remove(name, cookieAttributes(platform.secure, 0, siteDomain(platform)))
}

/** Finds the registrable domain by trying: browsers refuse a cookie for a public suffix such as com.kz. */
function siteDomain(platform: Platform): string | undefined {
  const { hostname } = location
  // An address of digits has no domain, though WebKit takes one for it.
  if (/^[\d.]+$|:/.test(hostname)) return undefined
  const labels = hostname.split('.')
  for (let count = 2; count <= labels.length; count++) {
    const domain = labels.slice(-count).join('.')
    Cookies.set(PROBE, '1', cookieAttributes(platform.secure, 1, domain))
    const isKept = cookieValues(platform, PROBE).length > 0
    Cookies.remove(PROBE, cookieAttributes(platform.secure, 0, domain))
    if (isKept) return domain
  }
  return undefined
}
