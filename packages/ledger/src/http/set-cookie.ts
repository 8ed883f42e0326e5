import { decode } from '@kelisim/core/decode'
import { cookieName } from '@kelisim/core/cookie-name'
import type { ConsentRecord } from '@kelisim/core/consent-record'
import { isSame } from './tokens.ts'

/** What of a request tells whether it comes from the host's own page. */
export interface Sender {
  readonly origin: string
  readonly host: string | undefined
  readonly fetchSite: string | undefined
}

/** A record with what its sender claims to hold. */
export interface Claim {
  readonly record: ConsentRecord
  readonly secret: string
  /** The cookie's value. */
  readonly cookie: string
}

/** Whether a request was sent by a page of the very host that it was sent to. */
export function isSameOrigin({ origin, host, fetchSite }: Sender): boolean {
  if (fetchSite !== undefined && fetchSite !== 'same-origin') return false
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host
}

/**
 * Writes the script's own cookie again as a header, which Safari keeps for its whole term.
 *
 * @param claim What was sent; the cookie must say exactly what its record says.
 * @param domain Registrable domain where the subdomains share one decision.
 * @returns Null when the cookie is not the one of this record, or not in force.
 */
export function setCookie(
  { record, secret, cookie }: Claim,
  { origin, domain, now }: { origin: string; domain: string | undefined; now: number },
): string | null {
  const decision = decode(cookie, { now: () => now, gpc: record.gpc })
  const isOwn =
    decision !== null &&
    decision.consentId === record.consentId &&
    isSame(decision.secret, secret) &&
    decision.at === Math.floor(Date.parse(record.at) / 1000) * 1000 &&
    isEqual(decision.categories, record.categories) &&
    isEqual(decision.services, record.services) &&
    // The grammar has none of what could end the value and begin an attribute.
    /^[\w~.:-]+$/.test(cookie)
  if (!isOwn) return null
  const isSecure = origin.startsWith('https:')
  const parts = [
    `${cookieName(domain ? 'site' : 'host', isSecure)}=${cookie}`,
    'Path=/',
    ...(domain ? [`Domain=${domain}`] : []),
    `Expires=${new Date(decision.expiresAt).toUTCString()}`,
    ...(isSecure ? ['Secure'] : []),
    'SameSite=Lax',
  ]
  return parts.join('; ')
}

type Answers = Readonly<Record<string, boolean>>

const isEqual = (a: Answers, b: Answers): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.keys(a).every((name) => Object.hasOwn(b, name) && a[name] === b[name])
