import type { Decision } from '@kelisim/core'
import { decode } from '@kelisim/core/decode'

export type { Decision } from '@kelisim/core'

const NAMES = ['__Host-kelisim', '__Secure-kelisim', 'kelisim', 'kelisim-site']

/**
 * Reads the visitor's decision from a request.
 *
 * Only what it says counts as allowed: `decision?.categories.analytics === true`. What the page asks may
 * have changed since; the page itself then asks again.
 *
 * @param cookieHeader The request's `Cookie` header.
 * @param now Milliseconds since the Unix epoch.
 * @returns The decision in force, or null: nothing is allowed. Of two cookies with one name none counts.
 */
export function readDecision(
  cookieHeader: string | null | undefined,
  now: number = Date.now(),
): Decision | null {
  const pairs = (cookieHeader ?? '').split(/;\s*/).map((pair) => pair.split('='))
  for (const name of NAMES) {
    const values = pairs.filter(([key]) => key === name)
    const decision = values.length === 1 ? decode(values[0]?.[1] ?? '', now) : null
    if (!decision) continue
    const { secret: _, ...rest } = decision
    return rest
  }
  return null
}
