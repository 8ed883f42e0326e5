import type { StoredDecision } from '../model/decision.ts'
import { hash } from '../model/hash.ts'

/**
 * Packs a decision into one cookie value. The grammar is in `record/grammar.ts`.
 *
 * @param decision Times in milliseconds, whole seconds; the term in whole days.
 * @returns ASCII text that needs no escaping in a cookie: about 170 bytes, 1 kB with 50 services.
 */
export function encode(decision: Omit<StoredDecision, 'text'>): string {
  const { categories, services, asked, firstAt, at, expiresAt } = decision
  const body = [
    1,
    decision.consentId.replaceAll('-', ''),
    decision.secret,
    base36(firstAt / 1e3),
    base36(at / 1e3),
    base36((expiresAt - at) / 864e5),
    decision.policyVersion,
    decision.language,
    decision.method[0],
    Object.keys(categories).map((name) => `${name}:${+!!categories[name]}:${asked[name]}`).join('.'),
    Object.keys(services).map((name) => `${name}:${+!!services[name]}`).join('.'),
    '',
  ].join('~')
  return body + hash(body)
}

const base36 = (whole: number): string => whole.toString(36)
