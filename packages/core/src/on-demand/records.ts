import type { State } from '../state.ts'
import { type ConsentRecord, eventOf } from './consent-record.ts'
import { framing } from './framing.ts'
import { uuidv7 } from './identity.ts'
import { type Pending, PENDING } from './pending-record.ts'
import { recipientsOf } from './recipients.ts'

/** What a record takes from the page’s instance. */
type Known = Pick<State, 'asked' | 'options' | 'ports'>

const KEY = 'kelisim-records'
const MOST = 50

/** Reads the records kept in this browser, oldest first. What cannot be read is left out. */
export function readRecords(): readonly ConsentRecord[] {
  return stored(KEY)
    .split('\n')
    .map(parse)
    .filter((record): record is ConsentRecord => !!record)
}

/**
 * Makes the records of all answers that wait for one, keeps them here, and hands them on.
 *
 * The notes stay in storage until their records are written, so leaving the page loses none; whoever
 * comes first takes them, so that other tabs and later answers double none.
 */
export async function writePending(state: Known & Pick<State, 'report'>): Promise<void> {
  const { ports, report } = state
  if (globalThis.isSecureContext === false) report('plain-http', location.hostname)
  for (let notes = stored(PENDING); notes; notes = stored(PENDING)) {
    const waiting = notes.split('\n').map(parse).filter(isPending)
    const made = await Promise.all(waiting.map((pending) => recordOf(pending, state)))
    // Nothing interrupts from here on.
    const now = stored(PENDING)
    if (!now.startsWith(notes)) continue
    keep(PENDING, now.slice(notes.length))
    const earlier = readRecords()
    const records = made.map((record, index) => ({
      ...record,
      previousId: (made[index - 1] ?? earlier.at(-1))?.recordId ?? '',
    }))
    // A text per line, because some old libraries turn a list in JSON into a text.
    const lines = [...earlier, ...records].slice(-MOST).map((record) => JSON.stringify(record))
    keep(KEY, lines.join('\n'))
    for (const record of records) ports.deliver?.(record)
  }
}

async function recordOf(
  { previous, next, action, shown, isOfAge = false }: Pending,
  { asked, options, ports }: Known,
): Promise<ConsentRecord> {
  const { policy, operator, minors, profile = 'KZ' } = options
  return {
    schema: 1,
    recordId: uuidv7(next.at),
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
    page: location.origin + location.pathname,
    framed: framing(),
    ...(minors && { minors: { age: minors.age, isStated: isOfAge } }),
    gpc: (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true,
  }
}

// Plain http has no `crypto.subtle`.
async function sha256(text = ''): Promise<string> {
  if (!text || !crypto.subtle) return ''
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function keep(key: string, text: string): void {
  try {
    if (text) localStorage.setItem(key, text)
    else localStorage.removeItem(key)
  } catch {
    // Blocked or full: the records still go to whoever wants them.
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
  return (
    typeof next?.consentId === 'string' &&
    Number.isFinite(next.at) &&
    Number.isFinite(next.expiresAt)
  )
}
