import type { Db, LinkRow, RecordRow } from './tables.ts'

/** A link with what is left of its content. */
export type Entry = LinkRow & { [K in 'record' | 'context' | 'subject']: RecordRow[K] | null }

const COLUMNS = [
  'links.consent_id',
  'links.sequence',
  'links.record_id',
  'links.site',
  'links.received_at',
  'links.record_sha256',
  'links.context_sha256',
  'links.hash',
  'links.removal_id',
  'links.context_removal_id',
  'records.record',
  'records.context',
  'records.subject',
] as const

/** The query for links with their content. */
export const entries = (db: Db) =>
  db.selectFrom('links').leftJoin('records', 'records.record_id', 'links.record_id').select(COLUMNS)

/** Reads the records of one consent id, in order. */
export const readChain = (db: Db, consentId: string): Promise<Entry[]> =>
  entries(db).where('links.consent_id', '=', consentId).orderBy('links.sequence').execute()

/** Hash of the secret that a consent id was first written with; undefined for one that is not known. */
export async function readSecret(db: Db, consentId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('consents')
    .select('secret_sha256')
    .where('consent_id', '=', consentId)
    .executeTakeFirst()
  return row?.secret_sha256
}

/** Consent ids that the site linked to one of its own visitors. */
export async function readSubject(db: Db, subject: string, site?: string): Promise<string[]> {
  let query = db
    .selectFrom('records')
    .select('consent_id')
    .distinct()
    .where('subject', '=', subject)
  if (site) query = query.where('site', '=', site)
  return (await query.limit(1000).execute()).map(({ consent_id }) => consent_id)
}
