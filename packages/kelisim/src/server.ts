import type { Decision } from '@kelisim/core'
import { decode } from '@kelisim/core/decode'

export type { Decision } from '@kelisim/core'

/** How a request's cookies are read. */
export interface ReadOptions {
  /** Milliseconds since the Unix epoch. @default the present */
  readonly now?: number
  /**
   * False for a site on plain http, as in development. On https only names with a prefix count, because
   * anybody on the network or on a subdomain could have planted others.
   *
   * @default true
   */
  readonly secure?: boolean
  /**
   * True for a request with `Sec-GPC: 1`. Then marketing counts as refused, unless the visitor allowed it in
   * spite of that signal.
   *
   * @default false
   */
  readonly gpc?: boolean
}

/**
 * Reads the visitor's decision from a request.
 *
 * Only what it says counts as allowed: `decision?.categories.analytics === true`. What the page asks may
 * have changed since; the page itself then asks again.
 *
 * @param cookieHeader The request's `Cookie` header.
 * @returns The decision in force, or null: nothing is allowed. Of two cookies with one name none counts.
 */
export function readDecision(
  cookieHeader: string | null | undefined,
  { now = Date.now(), secure = true, gpc = false }: ReadOptions = {},
): Decision | null {
  const pairs = (cookieHeader ?? '').split(/;\s*/).map((pair) => pair.split('='))
  const names = secure ? ['__Host-kelisim', '__Secure-kelisim'] : ['kelisim', 'kelisim-site']
  for (const name of names) {
    const values = pairs.filter(([key]) => key === name)
    const decision =
      values.length === 1 ? decode(values[0]?.[1] ?? '', { now: () => now, gpc }) : null
    if (!decision) continue
    const { secret: _, text: __, ...rest } = decision
    return rest
  }
  return null
}
