import { keep, parse, stored } from '../local-text.ts'

/**
 * Where the pauses are kept in local storage. Not below "kelisim-o…": what waits is looked for by that name.
 */
export const RETRY = 'kelisim-retry'
const FIRST_MS = 1_000
const LONGEST_MS = 300_000
const DAY_MS = 864e5

/** How long a ledger is left alone. */
export interface Pause {
  /** Failures in a row. */
  readonly failures: number
  /** Milliseconds since the Unix epoch. */
  readonly until: number
  /** The ledger itself has asked for it. */
  readonly isAsked: boolean
}

/** The pauses by ledger: kept across reloads, so that every page does not try anew. */
export interface Pauses {
  /** Milliseconds that a ledger is still to be left alone; 0 for none. */
  left(url: string): number
  /** Begins or prolongs a pause: each is twice the one before, within a random range. */
  fail(url: string, retryAfterMs?: number): void
  /** Ends a pause. */
  end(url: string): void
  /** Ends all pauses that no ledger has asked for: the browser is online again. */
  endGuessed(): void
}

/** Reads what earlier pages have noted. */
export function createPauses(): Pauses {
  // Where the browser keeps nothing, this page must not hurry either.
  let own: Readonly<Record<string, Pause>> = {}
  const all = (): Record<string, Pause> => ({ ...own, ...(parse(stored(RETRY)) as object | null) })
  const save = (pauses: Record<string, Pause>): void => {
    own = pauses
    keep(RETRY, Object.keys(pauses)[0] ? JSON.stringify(pauses) : '')
  }
  return {
    left(url) {
      const ms = (all()[url]?.until ?? 0) - Date.now()
      // What lies further away comes from a clock that was wrong.
      return ms > 0 && ms <= DAY_MS ? ms : 0
    },
    fail(url, retryAfterMs) {
      const pauses = all()
      const failures = (Number(pauses[url]?.failures) || 0) + 1
      const ms = Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS) * (0.5 + Math.random() / 2)
      const isAsked = retryAfterMs !== undefined
      const until = Date.now() + Math.min(Math.max(ms, retryAfterMs ?? 0), DAY_MS)
      save({ ...pauses, [url]: { failures, until, isAsked } })
    },
    end(url) {
      const { [url]: ended, ...others } = all()
      if (ended) save(others)
    },
    endGuessed() {
      save(Object.fromEntries(Object.entries(all()).filter(([, { isAsked }]) => isAsked)))
    },
  }
}
