import type { StoredDecision } from '../model/decision.ts'
import type { Platform } from '../platform/platform.ts'
import { cookieName, type Scope } from '../record/cookie-name.ts'
import { decode } from '../record/decode.ts'
import { cookieValues } from '../record/read-decision.ts'

/**
 * Reads the decision that the subdomains of a site share, or null: ask. Of several the newest holds, and
 * what any of them refuses stays refused.
 */
export function readSharedDecision(platform: Platform): StoredDecision | null {
  const valuesIn = (scope: Scope) => cookieValues(platform, cookieName(scope, platform.secure))
  const shared = valuesIn('site')
  // Where the owner changed the scope, the choice is still this host's own until the next answer.
  return (shared[0] ? shared : valuesIn('host'))
    .map((value) => decode(value, platform))
    .reduce((one, two) => (one && two ? strictest(one, two) : (one ?? two)), null)
}

function strictest(one: StoredDecision, two: StoredDecision): StoredDecision {
  const [newer, older] = one.at > two.at ? [one, two] : [two, one]
  const both = (mine: Answers, theirs: Answers): Answers =>
    Object.fromEntries(Object.keys(mine).map((id) => [id, mine[id] === theirs[id] && !!mine[id]]))
  return {
    ...newer,
    categories: both(newer.categories, older.categories),
    services: both(newer.services, older.services),
  }
}

type Answers = Readonly<Record<string, boolean>>
