import { keep, parse, stored } from '../local-text.ts'
import type { ConsentRecord } from '../consent-record.ts'

/** What the names of entries in local storage begin with that wait for the ledger. */
export const OUTBOX = 'kelisim-outbox-'
/** Longer ones are not sent: the ledger takes 16 kB, and letters beyond ASCII take several bytes. */
const MOST_SHOWN = 5_000

/** What waits for the ledger: a record with what goes along, or a text that the ledger has asked for. */
export interface Parcel {
  /** Null once the ledger has it. */
  readonly record: ConsentRecord | null
  /** Proves possession of the record's consent id. */
  readonly secret: string
  /** The site's own id of a signed-in visitor. */
  readonly subject?: string | undefined
  /** ISO 3166-1 alpha-2 code, as the page gave it. */
  readonly country?: string | undefined
  /** The cookie's value for the decision. */
  readonly cookie: string
  /** What was on the screen. */
  readonly text?: string | undefined
}

/** A parcel where it waits. */
export interface Waiting extends Parcel {
  /** Sorts by the order of the answers. */
  readonly key: string
}

/**
 * Lists what waits in this browser, in the order of the answers. Each parcel has an entry of its own, so
 * that tabs that write at the same time take nothing from each other.
 */
export function readWaiting(): readonly Waiting[] {
  return keys().flatMap((key) => {
    const parcel = parse(stored(key))
    return isParcel(parcel) ? { ...parcel, key } : []
  })
}

/**
 * Names a parcel's place behind all that wait, also under a clock that went back.
 *
 * @param before A parcel that comes before it and that the browser did not keep.
 */
export function nextKey(before = ''): string {
  const last = Math.max(...[before, ...keys()].map(stampOf))
  const stamp = `${Math.max(Date.now(), last + 1)}`.padStart(15, '0')
  return `${OUTBOX}${stamp}-${crypto.getRandomValues(new Uint32Array(1))}`
}

const stampOf = (key: string): number => parseInt(key.slice(OUTBOX.length), 10) || 0

/**
 * Puts a parcel into its place.
 *
 * @returns False where the browser keeps nothing.
 */
export function putParcel({ key, text = '', ...parcel }: Waiting): boolean {
  return keep(
    key,
    JSON.stringify({ ...parcel, text: text.length > MOST_SHOWN ? undefined : text || undefined }),
  )
}

/** Lists the entries that cannot be read: something else has written them. */
export const unreadable = (): readonly string[] =>
  keys().filter((key) => !isParcel(parse(stored(key))))

function keys(): readonly string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(OUTBOX))
      .sort()
  } catch {
    return []
  }
}

const isParcel = (value: unknown): value is Parcel => {
  const { record, secret, cookie, text } = (value ?? {}) as Partial<Parcel>
  return (
    typeof secret === 'string' &&
    typeof cookie === 'string' &&
    (typeof record?.recordId === 'string' || typeof text === 'string')
  )
}
