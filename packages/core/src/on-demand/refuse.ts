import type { Decision, Method } from '../model/decision.ts'
import { cookieJar } from '../platform/cookie-jar.ts'
import { encode } from './encode.ts'
import { randomHex, uuidv7 } from './identity.ts'
import { remember } from './pending-record.ts'
import { writeHostCookie } from './write-host-cookie.ts'

/** What a refusal of everything says beside its time, as the page's options make it. */
export interface Refusal extends Pick<Decision, 'asked' | 'language'> {
  readonly days: number
  readonly policyVersion: string | undefined
}

/**
 * Stores a first visitor's refusal of everything, for this host, without an instance; its record is made
 * by the first one that comes.
 *
 * @param shown The text on the screen.
 * @returns Whether the browser has kept it.
 */
export function refuse(
  { asked, language, days, policyVersion }: Refusal,
  method: Method,
  shown: string,
): boolean {
  const now = Date.now()
  const at = Math.floor(now / 1e3) * 1e3
  const decision = {
    consentId: uuidv7(now),
    secret: randomHex(24),
    firstAt: at,
    at,
    policyVersion: policyVersion ?? '',
    language,
    method,
    categories: Object.fromEntries(Object.keys(asked).map((name) => [name, false])),
    services: {},
    asked,
  }
  const text = encode({ ...decision, days })
  writeHostCookie(text, days * 86_400)
  if (!cookieJar.cookie.includes(text)) return false
  const next = { ...decision, text, expiresAt: at + days * 864e5 }
  remember({ previous: null, next, action: 'reject-all', shown })
  return true
}
