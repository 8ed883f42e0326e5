import type { Options } from '../model/options.ts'
import type { Ports } from '../ports.ts'
import { type ConsentRecord, eventOf } from './consent-record.ts'
import { framing } from './framing.ts'
import { uuidv7 } from './identity.ts'
import { type Pending, PENDING } from './pending-record.ts'

const KEY = 'kelisim-records'
const MOST = 50

/** Reads the records kept in this browser, oldest first. What cannot be read is left out. */
export function readRecords(): readonly ConsentRecord[] {
  const kept = parse(stored(KEY))
  return Array.isArray(kept) ? kept : []
}

/** Makes the records of all answers that wait for one, keeps them here, and hands them on. */
export function writePending(options: Options, { version, deliver }: Ports): void {
  const waiting = stored(PENDING).split('\n').map(parse).filter(isPending)
  const records = waiting.map((pending) => recordOf(pending, options, version))
  try {
    localStorage.setItem(KEY, JSON.stringify([...readRecords(), ...records].slice(-MOST)))
    localStorage.removeItem(PENDING)
  } catch {
    // Blocked or full: the records still go to whoever wants them.
  }
  for (const record of records) deliver?.(record)
}

function recordOf(
  { previous, next, method, action, shownSha256 }: Pending,
  { policy, operator }: Options,
  version: string,
): ConsentRecord {
  return {
    schema: 1,
    recordId: uuidv7(next.at),
    consentId: next.consentId,
    event: eventOf(previous, next, action),
    at: new Date(next.at).toISOString(),
    offset: -new Date(next.at).getTimezoneOffset(),
    validUntil: new Date(next.expiresAt).toISOString(),
    method,
    action,
    language: next.language,
    version,
    shownSha256,
    policy: { version: next.policyVersion, url: policy?.url ?? '' },
    operator: operator ?? null,
    categories: next.categories,
    services: next.services,
    asked: next.asked,
    page: location.origin + location.pathname,
    framed: framing(),
  }
}

function stored(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isPending = (value: unknown): value is Pending => {
  const { next } = (value ?? {}) as Partial<Pending>
  return typeof next?.consentId === 'string' && Number.isFinite(next.at) && Number.isFinite(next.expiresAt)
}
