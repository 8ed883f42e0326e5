import { checkRecord } from '../record/check-record.ts'
import { BadInput } from '../record/bad-input.ts'
import { currentOf } from '../record/current.ts'
import { newSalt } from '../record/uuid-time.ts'
import type { Service } from '../service/service.ts'
import { readChain } from '../store/read.ts'
import { knownTexts } from '../store/texts.ts'
import { MOST_RECORDS } from '../store/append.ts'
import type { Outcome, Writing } from '../store/writing.ts'
import type { ConsentRecord } from '@kelisim/core/consent-record'
import type { Envelope, Item } from './envelope.ts'
import { isSameOrigin, type Sender, setCookie } from './set-cookie.ts'

/** Who sent the records, as far as it is kept. */
export interface Visit {
  readonly site: string
  readonly ip: string | null
  readonly agent: string | undefined
  readonly sender: Sender
}

/** What became of one record, as the API says it. */
export interface Result {
  readonly recordId: string
  readonly status: number
  readonly outcome: Outcome['outcome'] | 'invalid'
  readonly [detail: string]: unknown
}

const STATUS = { stored: 201, known: 200, conflict: 409, 'not-yours': 403, erased: 410, full: 422 }
const MESSAGES = {
  conflict: 'Another record has this recordId: give each event its own.',
  'not-yours': 'The consent id was first written with another secret.',
  erased: 'What was stored under this consent id was erased: begin a new consent id.',
  full: `The consent id has ${MOST_RECORDS} records: begin a new consent id.`,
}

/** Stores the records of a request, and tells what became of each. */
export async function writeRecords(
  service: Service,
  { items, sentAt, pathOf }: Envelope,
  visit: Visit,
): Promise<{ results: Result[]; cookie: string | null }> {
  // Under a clock that went back no link may be dated into a time that is sealed.
  const receivedAt = Math.max(service.now(), service.sealedUntil())
  const checked = items.map((item, index) => check(item, pathOf(index)))
  const writings = checked
    .filter((each): each is Checked => !(each instanceof BadInput))
    .map(({ item, record }): Writing => {
      const skew =
        sentAt === null ? Math.max(0, Date.parse(record.at) - receivedAt) : sentAt - receivedAt
      const { site, agent, ip } = visit
      const context = {
        salt: newSalt(),
        skewSeconds: Math.round(skew / 1000),
        ...(item.subject && { subject: item.subject }),
        ...(agent && { agent }),
        ...(ip && { ip }),
      }
      return { record, secret: item.secret, site, receivedAt, context }
    })
  const outcomes = writings.length > 0 ? await service.write(writings) : []
  const texts = await knownTexts(
    service.store.serving,
    writings.map(({ record }) => record.shownSha256),
  )

  const results: Result[] = []
  let cookie: string | null = null
  for (const each of checked) {
    const outcome = each instanceof BadInput ? undefined : outcomes.shift()
    const result =
      each instanceof BadInput || !outcome ? invalid(each) : resultOf(each.record, outcome, texts)
    service.metrics.records.inc({ outcome: result.outcome })
    results.push(result)
    if (!(each instanceof BadInput) && result.status < 300 && each.item.cookie)
      cookie = (await cookieFor(service, each, visit.sender)) ?? cookie
  }
  return { results, cookie }
}

interface Checked {
  readonly item: Item
  readonly record: ConsentRecord
}

function check(item: Item, path: string): Checked | (BadInput & { recordId?: string }) {
  try {
    return { item, record: checkRecord(item.record, path) }
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    const { recordId } = item.record as { recordId?: unknown }
    return Object.assign(error, {
      recordId: typeof recordId === 'string' ? recordId.slice(0, 36) : '',
    })
  }
}

function invalid(error: unknown): Result {
  const { status, code, field, message, recordId = '' } = error as BadInput & { recordId?: string }
  return { recordId, status, outcome: 'invalid', error: { code, field, message } }
}

function resultOf(
  { recordId, shownSha256 }: ConsentRecord,
  result: Outcome,
  texts: Set<string>,
): Result {
  const { outcome } = result
  if (!('hash' in result))
    return {
      recordId,
      status: STATUS[outcome],
      outcome,
      error: { code: outcome, field: '', message: MESSAGES[outcome as keyof typeof MESSAGES] },
    }
  return {
    recordId,
    status: STATUS[outcome],
    outcome,
    sequence: result.sequence,
    hash: result.hash,
    receivedAt: new Date(result.received_at).toISOString(),
    ...(shownSha256 && { text: texts.has(shownSha256) ? 'known' : 'missing' }),
  }
}

/** Only the decision in force is written again, or one that was withdrawn in between could come back. */
async function cookieFor(
  { store, config, now }: Service,
  { item, record }: Checked,
  sender: Sender,
): Promise<string | null> {
  if (!item.cookie || !isSameOrigin(sender)) return null
  const chain = await readChain(store.serving, record.consentId)
  const records = chain.flatMap((entry) =>
    entry.record === null ? [] : [JSON.parse(entry.record) as ConsentRecord],
  )
  if (currentOf(records)?.recordId !== record.recordId) return null
  return setCookie(
    { record, secret: item.secret, cookie: item.cookie },
    { origin: sender.origin, domain: config.cookieDomain, now: now() },
  )
}
