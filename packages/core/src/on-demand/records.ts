import type { Options } from '../model/options.ts'
import { afterPaint } from '../platform/after-paint.ts'
import type { State } from '../state.ts'
import { type ConsentRecord, eventOf } from './consent-record.ts'
import { framing } from './framing.ts'
import { inOneTab } from './in-one-tab.ts'
import { uuidv7 } from './identity.ts'
import { keep, parse, stored } from './local-text.ts'
import { nextKey, putParcel, type Waiting } from './outbox/parcel.ts'
import { type Note, PENDING, sendsGpc } from './pending-record.ts'
import { RECORDS } from './records-key.ts'
import { recipientsOf } from './recipients.ts'
import { sha256 } from './sha256.ts'

type OutboxFile = typeof import('./outbox.ts')
/** What a record takes from the page’s instance. */
type Known = Pick<State, 'asked' | 'options' | 'ports'>

const MOST = 50

/** Reads the records kept in this browser, oldest first. What cannot be read is left out. */
export function readRecords(): readonly ConsentRecord[] {
  return stored(RECORDS)
    .split('\n')
    .map(parse)
    .filter((record): record is ConsentRecord => !!record)
}

/**
 * Makes the records of all answers that wait for one, keeps them here, and hands them on: to listeners of the
 * window's event `kelisim:record`, and to the outbox where the owner has a ledger.
 *
 * The notes stay in storage until their records are written, so leaving the page loses none; whoever
 * comes first takes them, so that other tabs and later answers double none.
 */
export async function writePending(state: Known & Pick<State, 'report' | 'files'>): Promise<void> {
  const { options, report, files } = state
  if (globalThis.isSecureContext === false && stored(PENDING))
    report('plain-http', location.hostname)
  const unstored = await inOneTab('kelisim-records', () => write(state))
  if (!options.ledger || options.preview) return
  try {
    await files.use('outbox', (file: OutboxFile) => file.deliver(state as State, unstored))
  } catch (cause) {
    // What waits is found again on the next page.
    report('load-failed', 'outbox', cause)
  }
}

/** An answer has been given: makes its record, once the page has answered the click. */
export async function answered(state: State): Promise<void> {
  await afterPaint()
  await writePending(state)
}

/** @returns The parcels that the browser did not keep. */
async function write(state: Known): Promise<readonly Waiting[]> {
  const { options } = state
  const unstored: Waiting[] = []
  for (let notes = stored(PENDING); notes; notes = stored(PENDING)) {
    const waiting = notes.split('\n').map(parse).filter(isNote)
    const made = await Promise.all(waiting.map((note) => recordOf(note, state)))
    // Nothing interrupts from here on.
    const now = stored(PENDING)
    if (!now.startsWith(notes)) continue
    const earlier = readRecords()
    const records = made.map((record, index) => ({
      ...record,
      previousId: (made[index - 1] ?? earlier.at(-1))?.recordId ?? '',
    }))
    // Not by entries(): some old libraries have one of their own.
    records.forEach((record, index) => {
      const note = waiting[index]
      if (!note || !options.ledger) return
      const parcel = parcelOf({ note, record }, nextKey(unstored.at(-1)?.key), options)
      if (!putParcel(parcel)) unstored.push(parcel)
    })
    keep(PENDING, now.slice(notes.length))
    // A text per line, because some old libraries turn a list in JSON into a text.
    const lines = [...earlier, ...records].slice(-MOST).map((record) => JSON.stringify(record))
    keep(RECORDS, lines.join('\n'))
    for (const detail of records) dispatchEvent(new CustomEvent('kelisim:record', { detail }))
  }
  return unstored
}

const parcelOf = (
  { note, record }: { readonly note: Note; readonly record: ConsentRecord },
  key: string,
  { country }: Options,
): Waiting => ({
  key,
  record,
  secret: note.next.secret,
  subject: note.subject,
  country: note.country ?? country,
  cookie: note.next.text,
  text: record.shownSha256 ? note.shown : undefined,
})

async function recordOf(
  { id, page, gpc, previous, next, action, shown, isOfAge = false }: Note,
  { asked, options, ports }: Known,
): Promise<ConsentRecord> {
  const { policy, operator, minors, profile = 'KZ' } = options
  return {
    schema: 1,
    recordId: id ?? uuidv7(next.at),
    previousId: '',
    consentId: next.consentId,
    event: eventOf(previous, next, action),
    at: new Date(next.at).toISOString(),
    offset: 0 - new Date(next.at).getTimezoneOffset(),
    validUntil: new Date(next.expiresAt).toISOString(),
    method: next.method,
    action,
    language: next.language,
    version: ports.version,
    shownSha256: await sha256(shown),
    policy: { version: next.policyVersion, url: policy?.url ?? '' },
    operator: operator ?? null,
    profile,
    categories: next.categories,
    services: next.services,
    recipients: recipientsOf(next, asked, options),
    asked: next.asked,
    page: page ?? location.origin + location.pathname,
    framed: framing(),
    ...(minors && { minors: { age: minors.age, isStated: isOfAge } }),
    gpc: gpc ?? sendsGpc(),
  }
}

const isNote = (value: unknown): value is Note => {
  const { next } = (value ?? {}) as Partial<Note>
  return (
    typeof next?.consentId === 'string' &&
    Number.isFinite(next.at) &&
    Number.isFinite(next.expiresAt)
  )
}
