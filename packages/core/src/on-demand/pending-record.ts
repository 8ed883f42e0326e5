import type { StoredDecision } from '../model/decision.ts'
import type { By } from './answer.ts'

/** Where an answer waits in local storage for its record, one JSON text per line. */
export const PENDING = 'kelisim-pending'

/** What a record is made from. */
export interface Pending extends Pick<By, 'action' | 'shown' | 'isOfAge'> {
  readonly previous: StoredDecision | null
  readonly next: StoredDecision
}

/**
 * Notes an answer at once, so that its record is made even if the visitor leaves in the same moment.
 * Blocked or full storage changes nothing about the decision, which is in the cookie.
 */
export function remember(pending: Pending): void {
  try {
    localStorage[PENDING] = `${localStorage[PENDING] ?? ''}${JSON.stringify(pending)}\n`
  } catch {
    // Without storage there is no local history; the decision in force is not touched by that.
  }
}
