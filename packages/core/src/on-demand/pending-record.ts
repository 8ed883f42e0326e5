import type { StoredDecision } from '../model/decision.ts'
import type { Provenance } from './consent-record.ts'
import type { NewDecision } from './decide.ts'

/** Where an answer waits for its record, one JSON text per line. */
export const PENDING = 'kelisim-pending'

/** What a record is made from. */
export interface Pending extends Provenance {
  readonly previous: StoredDecision | null
  readonly next: NewDecision
}

/**
 * Notes an answer at once, so that its record is made even if the visitor leaves in the same moment.
 * Blocked or full storage changes nothing about the decision, which is in the cookie.
 */
export function remember(previous: StoredDecision | null, next: NewDecision, how: Provenance): void {
  const pending: Pending = { previous, next, ...how }
  try {
    localStorage.setItem(PENDING, `${localStorage.getItem(PENDING) ?? ''}${JSON.stringify(pending)}\n`)
  } catch {
    // Without storage there is no local history; the decision in force is not touched by that.
  }
}
