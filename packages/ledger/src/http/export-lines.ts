import { SetDigest } from '../chain/set-digest.ts'
import type { ExportLine, LinkLine } from '../chain/export-line.ts'
import { readAll, readEntries, type Selection } from '../store/export.ts'
import type { Entry } from '../store/read.ts'
import type { Db, RemovalRow, SealRow, TextRow } from '../store/tables.ts'

/** All that a whole export has, or the links of a selection. */
export async function* exportLines(
  db: Db,
  selection: Selection,
  now: number,
): AsyncGenerator<ExportLine> {
  const whole = Object.values(selection).every((limit) => limit === undefined)
  yield { type: 'ledger', format: 1, exportedAt: new Date(now).toISOString(), whole }
  if (whole) yield* frameLines(db)
  const all = new SetDigest()
  for await (const entry of readEntries(db, selection)) {
    all.add(entry.hash)
    yield linkLine(entry)
  }
  yield { type: 'end', links: all.count, digest: all.digest() }
}

async function* frameLines(db: Db): AsyncGenerator<ExportLine> {
  for await (const row of readAll(db, 'removals', 'removal_id')) {
    const { removal_id: id, at, reason, count, digest } = row as unknown as RemovalRow
    yield { type: 'removal', id, at: new Date(at).toISOString(), reason, count, digest }
  }
  for await (const row of readAll(db, 'seals', 'number')) {
    const { number, from_at: from, to_at: to, count, digest, hash } = row as unknown as SealRow
    yield { type: 'seal', number, from, to, count, digest, hash }
  }
  for await (const row of readAll(db, 'texts', 'sha256')) {
    const { sha256, text, source } = row as unknown as TextRow
    yield { type: 'text', sha256, text, source }
  }
}

/** Names a link's fields as the API does. */
export const linkLine = (entry: Entry): LinkLine => ({
  type: 'link',
  consentId: entry.consent_id,
  sequence: entry.sequence,
  recordId: entry.record_id,
  site: entry.site,
  receivedAt: entry.received_at,
  recordSha256: entry.record_sha256,
  contextSha256: entry.context_sha256,
  hash: entry.hash,
  removal: entry.removal_id,
  contextRemoval: entry.context_removal_id,
  record: parse(entry.record),
  context: parse(entry.context),
})

const parse = (text: string | null): unknown => (text === null ? null : JSON.parse(text))
