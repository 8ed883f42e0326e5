import type { ConsentRecord } from '@kelisim/core/consent-record'
import { canonical } from '../record/canonical.ts'
import { sha256 } from '../record/sha256.ts'
import type { LinkRow, RecordRow } from './tables.ts'
import { genesis, linkHash } from '../chain/link.ts'

/** What the server saw beside a record. */
export interface Context {
  /** Random, so that the hash of so little cannot be guessed. */
  readonly salt: string
  readonly subject?: string
  /** Browser family and major version. */
  readonly agent?: string
  /** Truncated or hashed. */
  readonly ip?: string
  /** How far the visitor's clock was ahead when it is known. */
  readonly skewSeconds: number
}

/** A checked record on its way into the store. */
export interface Writing {
  readonly record: ConsentRecord
  readonly secret: string
  /** Origin of the page. */
  readonly site: string
  /** Milliseconds since the Unix epoch. */
  readonly receivedAt: number
  readonly context: Context
}

/** What became of a record. */
export type Outcome =
  | ({ readonly outcome: 'stored' | 'known' } & Pick<LinkRow, 'sequence' | 'hash' | 'received_at'>)
  | { readonly outcome: 'conflict' | 'not-yours' | 'erased' | 'full' }

/** Makes the rows of a record that follows `last` under its consent id. */
export function rowsOf(
  { record, site, receivedAt, context }: Writing,
  last: Pick<LinkRow, 'sequence' | 'hash'> | undefined,
): { link: LinkRow; row: RecordRow } {
  const text = canonical(record)
  const contextText = canonical(context)
  const link = {
    sequence: (last?.sequence ?? 0) + 1,
    recordId: record.recordId,
    site,
    receivedAt,
    recordSha256: sha256(text),
    contextSha256: sha256(contextText),
  }
  const ids = { consent_id: record.consentId, record_id: record.recordId }
  return {
    link: {
      ...ids,
      sequence: link.sequence,
      site,
      received_at: receivedAt,
      record_sha256: link.recordSha256,
      context_sha256: link.contextSha256,
      hash: linkHash(last?.hash ?? genesis(record.consentId), link),
      removal_id: null,
      context_removal_id: null,
    },
    row: {
      ...ids,
      site,
      received_at: receivedAt,
      ends_at: Date.parse(record.validUntil),
      event: record.event,
      language: record.language,
      policy_version: record.policy.version,
      version: record.version,
      answers: answersOf(record.categories),
      shown_sha256: record.shownSha256,
      subject: context.subject ?? null,
      record: text,
      context: contextText,
    },
  }
}

const answersOf = (categories: Readonly<Record<string, boolean>>) =>
  Object.entries(categories)
    .map(([name, isAllowed]) => `${name}:${+isAllowed}`)
    .sort()
    .join('.')
