import type { LinkLine } from '../chain/export-line.ts'
import type { Service } from '../service/service.ts'
import { fromSnapshot, readEntries, type Selection } from '../store/export.ts'
import type { Db } from '../store/tables.ts'
import { csvRow } from './csv.ts'
import { exportLines, linkLine } from './export-lines.ts'

const CHUNK = 65_536

/** Streams an export: what has been sent is forgotten, and the snapshot ends with the reader's interest. */
export function exportBody(
  { store, now }: Service,
  format: 'jsonl' | 'csv',
  selection: Selection,
): ReadableStream<Uint8Array> {
  const read = (db: Db) =>
    format === 'csv' ? csvLines(db, selection) : jsonLines(db, selection, now())
  const bytes = inChunks(fromSnapshot(store, read))
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await bytes.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await bytes.return(undefined)
    },
  })
}

async function* inChunks(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let chunk = ''
  for await (const line of lines) {
    chunk += line
    if (chunk.length < CHUNK) continue
    yield encoder.encode(chunk)
    chunk = ''
  }
  if (chunk) yield encoder.encode(chunk)
}

async function* jsonLines(db: Db, selection: Selection, now: number): AsyncGenerator<string> {
  for await (const line of exportLines(db, selection, now)) yield `${JSON.stringify(line)}\n`
}

async function* csvLines(db: Db, selection: Selection): AsyncGenerator<string> {
  // Spreadsheets take UTF-8 for another encoding without this mark.
  yield `\uFEFF${csvRow(COLUMNS)}`
  for await (const entry of readEntries(db, selection)) yield csvRow(cells(linkLine(entry)))
}

const FIELDS = [
  'previousId',
  'profile',
  'event',
  'at',
  'offset',
  'validUntil',
  'method',
  'action',
  'language',
  'version',
  'shownSha256',
  'page',
  'framed',
  'gpc',
] as const
const OBJECTS = ['policy', 'operator', 'categories', 'services', 'recipients', 'asked'] as const
const SEEN = ['subject', 'agent', 'ip', 'skewSeconds'] as const
const COLUMNS = [
  'receivedAt',
  'site',
  'consentId',
  'sequence',
  'recordId',
  ...FIELDS,
  ...OBJECTS,
  ...SEEN,
  'removal',
  'hash',
]

function cells(link: LinkLine): unknown[] {
  const record = (link.record ?? {}) as Record<string, unknown>
  const context = (link.context ?? {}) as Record<string, unknown>
  return [
    new Date(link.receivedAt).toISOString(),
    link.site,
    link.consentId,
    link.sequence,
    link.recordId,
    ...FIELDS.map((name) => record[name]),
    ...OBJECTS.map((name) => (record[name] === undefined ? null : JSON.stringify(record[name]))),
    ...SEEN.map((name) => context[name]),
    link.removal,
    link.hash,
  ]
}
