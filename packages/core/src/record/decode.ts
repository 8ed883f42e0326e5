import type { StoredDecision } from '../model/decision.ts'
import { hash } from '../model/hash.ts'
import { METHODS } from './grammar.ts'

const SHAPE =
  /^1~([\da-f]{32})~([\da-f]{24})~([\da-z]{1,8})~([\da-z]{1,8})~([\da-z]{1,3})~([\w.-]{0,32})~([a-z][a-z\d-]{1,15})~([ckatm])~([a-z\d:.-]*)~([a-z\d:.-]*)~.{7}$/
const ENTRY = /^([a-z\d][a-z\d-]{0,31}):([01])(:[\da-z]{7})?$/
const DAY_MS = 864e5

/**
 * Reads one cookie value. The grammar is in `grammar.ts`.
 *
 * @param value Any text; it never throws.
 * @param now Milliseconds since the Unix epoch.
 * @returns The decision, or null for everything that is not one in force: damaged, expired, more than a
 *   day in the future, of another format, or with a name twice. Null means: ask again.
 */
export function decode(value: string, now: number): StoredDecision | null {
  const fields = SHAPE.exec(value)
  if (!fields || hash(value.slice(0, -7)) !== value.slice(-7)) return null
  const [id, secret, first, at, days, policyVersion, language, method, asked, deviating] = fields.slice(1) as Fields
  const atMs = milliseconds(at)
  const expiresAt = atMs + parseInt(days, 36) * DAY_MS
  const [categories, hashes] = entries(asked, true)
  const [services] = entries(deviating, false)
  if (!categories || !services || expiresAt <= now || atMs > now + DAY_MS) return null
  return {
    consentId: id.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    secret,
    firstAt: milliseconds(first),
    at: atMs,
    expiresAt,
    policyVersion,
    language,
    method: METHODS[method],
    categories,
    services,
    asked: hashes,
    text: value,
  }
}

type Fields = [...Repeat7, keyof typeof METHODS, string, string]
type Repeat7 = [string, string, string, string, string, string, string]

const milliseconds = (seconds: string): number => parseInt(seconds, 36) * 1e3

// Without a prototype, so that a name such as "constructor" is only there if it was written.
const empty = <T>(): Record<string, T> => Object.create(null)

function entries(list: string, hashed: boolean): [Record<string, boolean> | null, Record<string, string>] {
  const answers = empty<boolean>()
  const hashes = empty<string>()
  for (const entry of list ? list.split('.') : []) {
    const [, name = '', answer, mark] = ENTRY.exec(entry) ?? []
    if (!name || name in answers || !mark === hashed) return [null, hashes]
    answers[name] = answer === '1'
    hashes[name] = `${mark}`.slice(1)
  }
  return [answers, hashes]
}
