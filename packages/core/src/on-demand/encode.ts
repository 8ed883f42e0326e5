import type { StoredDecision } from '../model/decision.ts'
import { hash } from '../model/hash.ts'
import type { Choice } from './decide.ts'

/** A decision that was not written yet. */
export interface NewDecision extends Omit<StoredDecision, 'text' | 'expiresAt'> {
  /** Days that it holds. */
  readonly days: number
}

/**
 * Packs a decision into one cookie value. The grammar is in `record/grammar.md`.
 *
 * @param decision Times in milliseconds; parts of a second are dropped.
 * @returns ASCII text that needs no escaping in a cookie: about 170 bytes, 1 kB with 50 services.
 */
export const encode = (decision: NewDecision): string =>
  pack(
    [
      decision.consentId.replaceAll('-', ''),
      decision.secret,
      base36(decision.firstAt / 1e3),
      base36(decision.at / 1e3),
      base36(decision.days),
      decision.policyVersion,
      decision.language,
      decision.method,
    ],
    decision,
  )

/**
 * Puts the parts of a cookie value together and adds the checksum.
 *
 * @param head What comes before the answers in the grammar, in the same order.
 */
export function pack(
  head: readonly (string | undefined)[],
  { categories, services, asked }: Choice,
): string {
  const body = [
    1,
    ...head,
    Object.entries(categories)
      .map(([name, allowed]) => `${name}:${+allowed}:${asked[name]}`)
      .join('.'),
    Object.entries(services)
      .map(([name, allowed]) => `${name}:${+allowed}`)
      .join('.'),
    '',
  ].join('~')
  return body + hash(body)
}

/** Writes a number as the grammar does; parts of a whole are dropped. */
export const base36 = (number: number): string => Math.floor(number).toString(36)
