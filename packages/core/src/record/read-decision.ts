import type { StoredDecision } from '../model/decision.ts'
import type { Platform } from '../platform/platform.ts'
import { decode } from './decode.ts'

/** Every value that the page's cookies have under a name; none where cookies are blocked. */
export function cookieValues({ cookies }: Platform, name: string): string[] {
  try {
    return cookies()
      .split('; ')
      .filter((pair) => pair.startsWith(`${name}=`))
      .map((pair) => pair.slice(name.length + 1))
  } catch {
    // A sandboxed page may not even look.
    return []
  }
}

/**
 * Reads this host's decision in force, or null: ask. On https the prefix keeps subdomains from writing the
 * cookie; elsewhere several values may have been tossed in, and then none counts.
 *
 * Source: RFC 6265bis, section 4.1.3.
 */
export function readDecision(platform: Platform): StoredDecision | null {
  const valuesOf = (name: string) => cookieValues(platform, name)
  const own = valuesOf(platform.secure ? '__Host-kelisim' : 'kelisim')
  // Where the owner changed the scope, the choice is still under the other name until the next answer.
  const [value = '', another] = own[0]
    ? own
    : valuesOf(platform.secure ? '__Secure-kelisim' : 'kelisim-site')
  return another === undefined ? decode(value, platform) : null
}
