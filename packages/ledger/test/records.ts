import { randomHex } from '@kelisim/core/identity'
import { encode } from '@kelisim/core/encode'
import type { ConsentRecord } from '@kelisim/core/consent-record'
import { newId } from '../src/record/uuid-time.ts'
import type { Writing } from '../src/store/writing.ts'

export const SITE = 'https://shop.kz'
const DAY_MS = 864e5

/** A visitor's browser, as far as the ledger knows of it. */
export interface Visitor {
  readonly consentId: string
  readonly secret: string
}

export const newVisitor = (now: number = Date.now()): Visitor => ({
  consentId: newId(now),
  secret: randomHex(24),
})

/** A record as the page makes it. */
export function recordOf(
  { consentId }: Visitor,
  own: Partial<ConsentRecord> = {},
  at: number = Math.floor(Date.now() / 1000) * 1000,
): ConsentRecord {
  return {
    schema: 1,
    recordId: newId(at),
    previousId: '',
    consentId,
    event: 'granted',
    at: new Date(at).toISOString(),
    offset: 300,
    validUntil: new Date(at + 365 * DAY_MS).toISOString(),
    method: 'click',
    action: 'accept-all',
    language: 'kk',
    version: '0.1.0',
    shownSha256: '',
    policy: { version: '2026-11-01', url: '/privacy' },
    operator: {
      name: 'ТОО «Пример»',
      bin: '123456789012',
      email: 'privacy@example.kz',
      country: 'KZ',
    },
    categories: { analytics: true, marketing: false },
    services: {},
    profile: 'KZ',
    recipients: [{ service: 'yandex-metrika', countries: ['RU'], crossBorder: true }],
    asked: { analytics: '0abcdef', marketing: '1abcdef' },
    page: `${SITE}/catalogue`,
    framed: 'none',
    gpc: false,
    ...own,
  }
}

/** The same answer in the cookie. */
export const cookieOf = ({ secret }: Visitor, record: ConsentRecord): string =>
  encode({
    consentId: record.consentId,
    secret,
    firstAt: Date.parse(record.at),
    at: Date.parse(record.at),
    days: Math.round((Date.parse(record.validUntil) - Date.parse(record.at)) / DAY_MS),
    policyVersion: record.policy.version,
    language: record.language,
    method: record.method,
    categories: record.categories,
    services: record.services,
    asked: record.asked,
  })

/** A record on its way into the store. */
export const writingOf = (
  visitor: Visitor,
  own: Partial<ConsentRecord> = {},
  receivedAt: number = Date.now(),
): Writing => ({
  record: recordOf(visitor, own, receivedAt),
  secret: visitor.secret,
  site: SITE,
  receivedAt,
  context: { salt: randomHex(32), agent: 'Firefox 153', skewSeconds: 0 },
})

/** What a page sends about one record. */
export const itemOf = (
  visitor: Visitor,
  own: Parameters<typeof recordOf>[1] = {},
  at?: number,
): { record: ReturnType<typeof recordOf>; secret: string } => ({
  record: recordOf(visitor, own, at),
  secret: visitor.secret,
})
