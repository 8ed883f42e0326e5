import { atom } from 'nanostores'
import { vi } from 'vitest'
import type { Status } from '../../../consent.ts'
import { createFiles } from '../../../files.ts'
import type { Options } from '../../../model/options.ts'
import type { Running, State } from '../../../state.ts'
import type { ConsentRecord } from '../../consent-record.ts'
import { deliver } from '../../outbox.ts'
import { nextKey, putParcel } from '../parcel.ts'

export const LEDGER = 'https://ledger.example/'
const SECRET = '0123456789abcdef01234567'
export const PERSON = '01a1f0e5-2c40-7abc-8def-0123456789ab'

/** What the ledger does with one request. */
export type Turn =
  | 'take'
  | 'lose the answer'
  | 'fail'
  | 'no answer'
  | 'be busy'
  | 'web page'
  | 'grant all'
  | 'another id'
  | 'error in JSON'

/** A ledger as its API describes it, with turns for what goes wrong. */
export function openLedger() {
  const stored: string[] = []
  const texts: string[] = []
  const bodies: string[] = []
  const requests: { readonly url: string; readonly init: RequestInit; readonly at: number }[] = []
  const turns: Turn[] = []
  /** Answers for single ids that are given instead of taking them. */
  const refusals = new Map<string, { readonly status: number; readonly outcome: string }>()
  const json = (status: number, body: unknown, headers = {}): Response =>
    new Response(JSON.stringify(body), { status, headers })
  const take = (record: ConsentRecord): object => {
    const { recordId, shownSha256 } = record
    const refusal = refusals.get(recordId)
    if (refusal) return { recordId, ...refusal, error: { code: refusal.outcome, message: 'No.' } }
    const isKnown = stored.includes(recordId)
    if (!isKnown) stored.push(recordId)
    const text = shownSha256 && { text: texts[0] ? 'known' : 'missing' }
    return { recordId, status: isKnown ? 200 : 201, outcome: isKnown ? 'known' : 'stored', ...text }
  }
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    requests.push({ url, init, at: Date.now() })
    const turn = turns.shift() ?? 'take'
    if (turn === 'fail') throw new TypeError('Failed to fetch')
    if (turn === 'no answer')
      return new Promise((_, reject) =>
        init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
      )
    if (turn === 'be busy') return json(503, { error: { code: 'busy' } }, { 'retry-after': '120' })
    if (turn === 'web page') return new Response('<h1>Sign in to the network</h1>')
    if (turn === 'grant all') return json(200, { granted: 'all', categories: { marketing: true } })
    if (turn === 'error in JSON') return json(500, { results: [null, 7, { recordId: 1 }] })
    const body = JSON.parse(`${init.body as string}`)
    bodies.push(init.body as string)
    if (url.endsWith('/v1/texts')) {
      texts.push(body.text)
      return json(201, { sha256: 'x' })
    }
    if (turn === 'another id')
      return json(201, { results: [{ recordId: 'other', status: 201, outcome: 'stored' }] })
    const results = body.records.map(({ record }: { record: ConsentRecord }) => take(record))
    if (turn === 'lose the answer') throw new TypeError('Failed to fetch')
    return json(201, { results })
  }
  return { stored, texts, bodies, requests, turns, refusals, fetch }
}

/** A page of a site with a ledger; another one is the next visit. */
export function openPage(options: Options = { ledger: LEDGER }) {
  const $status = atom<Status>('decided')
  const report = vi.fn<(code: string, subject?: unknown) => void>()
  const running = { read: () => null } as unknown as Running
  const state = {
    options,
    report,
    running,
    consent: { $status },
    files: createFiles({ load: () => Promise.reject(new Error('unused')) }),
  }
  return {
    report,
    deliver: () => deliver(state as unknown as State),
    close: () => $status.set('idle'),
  }
}

let made = 0
export const recordOf = (consentId: string): ConsentRecord =>
  ({ recordId: `record-${made++}`, consentId, shownSha256: '' }) as unknown as ConsentRecord

/** Lets an answer wait, as `records` does; gives its record's id. */
export function choose(
  parcel: Partial<Parameters<typeof putParcel>[0]> = {},
  consentId = PERSON,
): string {
  const record = recordOf(consentId)
  putParcel({ key: nextKey(), record, secret: SECRET, cookie: '', ...parcel })
  return parcel.record?.recordId ?? record.recordId
}
