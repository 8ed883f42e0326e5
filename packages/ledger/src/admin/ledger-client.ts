import type { LinkLine } from '../chain/export-line.ts'
import type { CategoryCount, ChoiceCount } from '../store/stats.ts'

/** Days, both included, and the site; all sites without one. */
export interface Period {
  readonly from: string
  readonly to: string
  readonly site?: string | undefined
}

export interface Stats {
  readonly from: string
  readonly to: string
  readonly choices: readonly ChoiceCount[]
  readonly categories: readonly CategoryCount[]
  /** Texts that records name and nobody has sent. */
  readonly missingTexts: readonly { readonly sha256: string; readonly count: number }[]
}

/** A link as the operator sees it. */
export interface SubjectRecord extends Omit<LinkLine, 'type' | 'receivedAt'> {
  /** ISO 8601, UTC. */
  readonly receivedAt: string
  readonly subject: string | null
}

/** All records of one consent id, with the texts that they name. */
export interface Subject {
  readonly consentId: string
  readonly records: readonly SubjectRecord[]
  readonly texts: Readonly<Record<string, string | null>>
}

/** Proof of an erasure. */
export interface Removal {
  readonly id: string
  readonly at: string
  readonly count: number
  readonly digest: string
}

/** Why the ledger gave nothing: each has a text under `admin.fault`. */
export type Fault = 'token' | 'site' | 'missing' | 'period' | 'away'

export class LedgerFault extends Error {
  constructor(readonly fault: Fault) {
    super(fault)
  }
}

/** What the page asks the ledger; every call may throw a `LedgerFault`. */
export interface LedgerClient {
  stats(period: Period): Promise<Stats>
  subject(consentId: string): Promise<Subject>
  consentIdsOf(subject: string): Promise<readonly string[]>
  /** Erases what is stored under one consent id. */
  erase(consentId: string): Promise<readonly Removal[]>
  /** Erases what is stored under all consent ids of one visitor. */
  eraseAllOf(subject: string): Promise<readonly Removal[]>
  exported(format: 'csv' | 'jsonl', period: Period): Promise<Blob>
}

const DAY_MS = 864e5
const FAULTS: Readonly<Record<number, Fault>> = {
  400: 'period',
  401: 'token',
  403: 'site',
  404: 'missing',
}

/**
 * Asks the ledger with an operator's token. The token is in the header of these requests and nowhere else: no
 * cookie goes along, so no other page can ask in the operator's name.
 *
 * @param base Address of the API, with a slash at its end.
 */
export function createClient(token: string, base: URL): LedgerClient {
  const ask = async (
    path: string,
    query: Record<string, string | undefined> = {},
    method: 'GET' | 'DELETE' = 'GET',
  ) => {
    // The browser refuses to send anything else in a header.
    if (!/^[\x21-\x7e]{1,512}$/.test(token)) throw new LedgerFault('token')
    const url = new URL(path, base)
    for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value)
    const answer = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${token}` },
      credentials: 'omit',
      redirect: 'error',
    }).catch(() => null)
    if (!answer?.ok) throw new LedgerFault(FAULTS[answer?.status ?? 0] ?? 'away')
    return answer
  }
  const json = async <Body>(answer: Promise<Response>) => (await (await answer).json()) as Body
  return {
    stats: ({ from, to, site }) => json(ask('stats', { from, to, site })),
    subject: (consentId) => json(ask(pathOf(consentId))),
    consentIdsOf: async (subject) =>
      (await json<{ consentIds: string[] }>(ask('subjects', { subject }))).consentIds,
    erase: async (consentId) => [
      (await json<{ removal: Removal }>(ask(pathOf(consentId), {}, 'DELETE'))).removal,
    ],
    eraseAllOf: async (subject) =>
      (await json<{ removals: Removal[] }>(ask('subjects', { subject }, 'DELETE'))).removals,
    async exported(format, { from, to, site }) {
      const answer = await ask('export', { format, from, to: dayAfter(to), site })
      // An export that breaks off half-way must not be taken for a whole one.
      return answer.blob().catch(() => Promise.reject(new LedgerFault('away')))
    },
  }
}

const pathOf = (consentId: string) => `subjects/${encodeURIComponent(consentId)}`

/** The export leaves its last moment out; an empty day stays empty. */
const dayAfter = (day: string): string => {
  const time = Date.parse(day) + DAY_MS
  return Number.isNaN(time) ? day : new Date(time).toISOString().slice(0, 10)
}

/** What to tell the operator of something that was thrown. */
export const faultOf = (error: unknown): Fault =>
  error instanceof LedgerFault ? error.fault : 'away'
