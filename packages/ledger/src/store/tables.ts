import type { Kysely } from 'kysely'

/** Which visitor an id belongs to: the holder of the secret that it was first written with. */
export interface ConsentRow {
  /** UUIDv7 of the visitor's consent; after an erasure its pseudonym. */
  consent_id: string
  /** Empty after an erasure. */
  secret_sha256: string
  /** The removal that erased it. */
  removal_id: string | null
}

/** A position in the chain of a consent id. It stays when what it links to is removed. */
export interface LinkRow {
  consent_id: string
  sequence: number
  record_id: string
  site: string
  /** Milliseconds since the Unix epoch, by the server's clock. */
  received_at: number
  record_sha256: string
  context_sha256: string
  hash: string
  /** The removal that deleted the record. */
  removal_id: string | null
  /** The removal that deleted what was kept beside the record. */
  context_removal_id: string | null
}

/** A record's content, and what is asked about many. */
export interface RecordRow {
  record_id: string
  consent_id: string
  site: string
  received_at: number
  /** End of the consent, in milliseconds since the Unix epoch. */
  ends_at: number
  event: string
  language: string
  policy_version: string
  version: string
  /** `analytics:1.marketing:0`, sorted. */
  answers: string
  shown_sha256: string
  subject: string | null
  /** Canonical JSON of what the page sent. */
  record: string
  /** Canonical JSON of what the server saw beside it, with a salt. */
  context: string | null
}

export interface TextRow {
  sha256: string
  text: string
  source: 'operator' | 'visitor'
  added_at: number
}

/** Proof that content was deleted on purpose, without saying what it was. */
export interface RemovalRow {
  removal_id: string
  at: number
  reason: 'erasure' | 'retention' | 'context-retention'
  count: number
  digest: string
}

export interface SealRow {
  number: number
  from_at: number
  to_at: number
  count: number
  digest: string
  hash: string
}

export interface Tables {
  consents: ConsentRow
  links: LinkRow
  records: RecordRow
  texts: TextRow
  removals: RemovalRow
  seals: SealRow
  schema_versions: { version: number }
  /** SQLite only: while it has a row, the triggers let changes pass. */
  maintenance: { is_on: number }
}

export type Db = Kysely<Tables>

/** Where records are kept. */
export interface Store {
  readonly kind: 'sqlite' | 'postgres'
  /** Reads and adds; cannot change or delete. */
  readonly serving: Db
  /** Runs a change or deletion of records under the role that may. */
  readonly maintain: <T>(change: (db: Db) => Promise<T>) => Promise<T>
  /** Tables, roles and partitions. */
  readonly admin: Db
  /** Reads one state of the data for as long as it takes. */
  readonly snapshot: () => Promise<{ db: Db; end: () => Promise<void> }>
  /** Gives the disk what deletions have freed, and leaves no trace in the log of writes. */
  readonly reclaim: () => Promise<void>
  readonly close: () => Promise<void>
}
