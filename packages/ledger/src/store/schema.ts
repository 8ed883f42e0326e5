import { sql } from 'kysely'
import type { Db, Store } from './tables.ts'

type Kind = Store['kind']

/** The role that serves where one login does everything: PostgreSQL lets it read and add, nothing else. */
export const SERVING_ROLE = 'kelisim_ledger_serving'

/** The tables of version 1, as statements. */
export function tablesOf(kind: Kind): string[] {
  const pg = kind === 'postgres'
  const [uuid, int] = pg ? ['uuid', 'bigint'] : ['text', 'integer']
  // Partitions go by the time inside a UUIDv7, so that its uniqueness is still one constraint.
  const byTime = (column: string) => (pg ? ` PARTITION BY RANGE (${column})` : '')
  const hash = (name: string, more = '') =>
    `${name} text NOT NULL CHECK (length(${name}) = 64)${more}`
  const id = (name: string) =>
    `${name} ${uuid} NOT NULL${pg ? '' : ` CHECK (length(${name}) = 36)`}`
  const text = (name: string, most: number) =>
    `${name} text NOT NULL CHECK (length(${name}) <= ${most})`
  const table = (name: string, columns: string[], end = '') =>
    `CREATE TABLE ${name} (${columns.join(', ')})${end}${pg ? '' : ' STRICT'}`
  return [
    table('removals', [
      `removal_id ${uuid} PRIMARY KEY`,
      `at ${int} NOT NULL`,
      `reason text NOT NULL CHECK (reason IN ('erasure', 'retention', 'context-retention'))`,
      `count ${int} NOT NULL`,
      hash('digest'),
    ]),
    table(
      'consents',
      [
        id('consent_id'),
        text('secret_sha256', 64),
        `removal_id ${uuid} REFERENCES removals (removal_id)`,
        'PRIMARY KEY (consent_id)',
      ],
      // One row per visitor, asked for by id only.
      pg ? ' PARTITION BY HASH (consent_id)' : '',
    ),
    table(
      'links',
      [
        id('consent_id'),
        `sequence ${int} NOT NULL CHECK (sequence > 0)`,
        id('record_id'),
        text('site', 260),
        `received_at ${int} NOT NULL`,
        hash('record_sha256'),
        hash('context_sha256'),
        hash('hash'),
        `removal_id ${uuid}`,
        `context_removal_id ${uuid}`,
        'PRIMARY KEY (consent_id, sequence)',
        // An erasure waits for writes under its id, and later ones find nothing to belong to.
        'FOREIGN KEY (consent_id) REFERENCES consents (consent_id)',
      ],
      byTime('consent_id'),
    ),
    'CREATE INDEX links_received ON links (received_at)',
    table(
      'records',
      [
        id('record_id'),
        id('consent_id'),
        text('site', 260),
        `received_at ${int} NOT NULL`,
        `ends_at ${int} NOT NULL`,
        text('event', 16),
        text('language', 16),
        text('policy_version', 32),
        text('version', 32),
        text('answers', 1200),
        text('shown_sha256', 64),
        'subject text CHECK (length(subject) <= 128)',
        text('record', 16_384),
        'context text CHECK (length(context) <= 2048)',
        'PRIMARY KEY (record_id)',
      ],
      byTime('record_id'),
    ),
    'CREATE INDEX records_received ON records (received_at, record_id)',
    'CREATE INDEX records_subject ON records (subject) WHERE subject IS NOT NULL',
    "CREATE INDEX records_shown ON records (shown_sha256) WHERE shown_sha256 <> ''",
    table('texts', [
      hash('sha256', ' PRIMARY KEY'),
      text('text', 1_048_576),
      `source text NOT NULL CHECK (source IN ('operator', 'visitor'))`,
      `added_at ${int} NOT NULL`,
    ]),
    table('seals', [
      `number ${int} PRIMARY KEY`,
      `from_at ${int} NOT NULL`,
      `to_at ${int} NOT NULL`,
      `count ${int} NOT NULL`,
      hash('digest'),
      hash('hash'),
    ]),
    ...(pg ? PARTITIONS : APPEND_ONLY),
  ]
}

const HASH_PARTITIONS = 16
const PARTITIONS = [
  ...Array.from(
    { length: HASH_PARTITIONS },
    (_, part) =>
      `CREATE TABLE consents_${part} PARTITION OF consents
       FOR VALUES WITH (MODULUS ${HASH_PARTITIONS}, REMAINDER ${part})`,
  ),
  // For ids of a time that has no partition: clocks that are wrong.
  ...['links', 'records'].map((name) => `CREATE TABLE ${name}_rest PARTITION OF ${name} DEFAULT`),
]

const APPEND_ONLY = [
  'CREATE TABLE maintenance (is_on integer NOT NULL) STRICT',
  ...['consents', 'links', 'records', 'removals', 'seals', 'texts'].flatMap((name) =>
    ['UPDATE', 'DELETE'].map(
      (verb) =>
        `CREATE TRIGGER ${name}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${name}
         WHEN NOT EXISTS (SELECT 1 FROM maintenance)
         BEGIN SELECT RAISE(ABORT, '${name} is append-only'); END`,
    ),
  ),
]

/** Lets the serving role read and add. */
export async function grantServing(db: Db): Promise<void> {
  const role = sql.id(SERVING_ROLE)
  await sql`GRANT SELECT, INSERT ON consents, links, records, texts TO ${role}`.execute(db)
  await sql`GRANT SELECT ON removals, seals, schema_versions TO ${role}`.execute(db)
}
