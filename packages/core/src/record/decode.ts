import type { Method, StoredDecision } from '../model/decision.ts'
import { hash } from '../model/hash.ts'
import type { Platform } from '../platform/platform.ts'

type Four = [string, string, string, string]
type Parts = [...Four, ...Four, ...Four]

const DAY_MS = 864e5
// No owner may ask for a longer term; what claims one was not written by us.
const MOST_DAYS = 500

/**
 * Reads one cookie value. The grammar is in `grammar.md`.
 *
 * @param text Any text; it never throws.
 * @param world The present in milliseconds since the Unix epoch, and whether the browser sends Global
 *   Privacy Control: what was allowed without that is then refused.
 * @returns The decision, or null for everything that is not one in force: damaged, expired, more than a
 *   day in the future, of another format, or with a name twice. Null means: ask again.
 */
export function decode(
  text: string,
  { now, gpc }: Pick<Platform, 'now' | 'gpc'>,
): StoredDecision | null {
  const body = text.slice(0, -7)
  // Whether all parts are there is found out by `end`.
  const [
    format,
    consentId,
    secret,
    first,
    at,
    days,
    policyVersion,
    language,
    method,
    list,
    own,
    end,
  ] = body.split('~') as Parts
  // Without prototypes, so that a name such as "constructor" is only there if it was written.
  const [categories, services, asked] = [{}, {}, {}].map(() => Object.create(null))
  const atMs = parseInt(at, 36) * 1e3
  const expiresAt = atMs + parseInt(days, 36) * DAY_MS
  const readEntries = (
    entries: string,
    answers: Record<string, boolean>,
    hashes: Record<string, string>,
  ): boolean =>
    entries.split('.').every((entry) => {
      const [name = '', answer, hash = ''] = entry.split(':')
      if (name in answers) return false
      if (name) {
        answers[name] = answer === '1' || (answer === '2' && !gpc)
        hashes[name] = hash
      }
      return true
    })
  return format === '1' &&
    end === '' &&
    hash(body) === text.slice(-7) &&
    readEntries(list, categories, asked) &&
    readEntries(own, services, {}) &&
    // What is not a number compares as false.
    expiresAt > now() &&
    expiresAt < now() + MOST_DAYS * DAY_MS &&
    atMs < now() + DAY_MS
    ? {
        consentId,
        secret,
        firstAt: parseInt(first, 36) * 1e3,
        at: atMs,
        expiresAt,
        policyVersion,
        language,
        method: method as Method,
        categories,
        services,
        asked,
        text,
      }
    : null
}
