import { cookieJar } from '../platform/cookie-jar.ts'
import { cookieName } from '../record/cookie-name.ts'

/**
 * Writes this host's cookie of the decision, without reading back.
 *
 * @param seconds How long it is kept; 0 deletes it.
 */
export function writeHostCookie(text: string, seconds: number): void {
  const secure = location.protocol === 'https:'
  const rest = `; Path=/; Max-Age=${seconds}; SameSite=Lax${secure ? '; Secure' : ''}`
  cookieJar.cookie = `${cookieName('host', secure)}=${text}${rest}`
}
