import type { StoredDecision } from '../model/decision.ts'
import type { Platform } from '../platform/platform.ts'
import { cookieName } from './cookie-name.ts'
import { decode } from './decode.ts'

/** How far the decision reaches: this host, or all subdomains of the site. */
export type Scope = 'host' | 'site'

/** Every value that the page's cookies have under a name; none where cookies are blocked. */
export function cookieValues({ cookies }: Pick<Platform, 'cookies'>, name: string): string[] {
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
 * Reads the decision in force, or null: ask. With several values under one name this host's own scope
 * asks; in a shared one the newest holds, and what any of them refuses stays refused.
 */
export function readDecision(platform: Platform, scope: Scope): StoredDecision | null {
  const valuesOf = (of: Scope) => cookieValues(platform, cookieName(of, platform.secure))
  const values = valuesOf(scope)
  if (scope === 'host' && values.length > 1) return null
  // Where the owner changed the scope, the choice is still under the other name until the next answer.
  return (values.length ? values : valuesOf(scope === 'host' ? 'site' : 'host')).reduce(
    (one: StoredDecision | null, value) => {
      const two = decode(value, platform.now())
      return one && two ? strictest(one, two) : (one ?? two)
    },
    null,
  )
}

function strictest(one: StoredDecision, two: StoredDecision): StoredDecision {
  const [newer, older] = one.at > two.at ? [one, two] : [two, one]
  const both = (mine: Answers, theirs: Answers): Answers =>
    Object.fromEntries(Object.keys(mine).map((id) => [id, !!mine[id] && theirs[id] !== false]))
  return {
    ...newer,
    categories: both(newer.categories, older.categories),
    services: both({ ...older.services, ...newer.services }, older.services),
  }
}

type Answers = Readonly<Record<string, boolean>>
