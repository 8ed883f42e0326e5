import type { StoredDecision } from '../model/decision.ts'
import type { By } from './answer.ts'
import { uuidv7 } from './identity.ts'

/** Where an answer waits in local storage for its record, one JSON text per line. */
export const PENDING = 'kelisim-pending'

/** What a record is made from. */
export interface Pending extends Pick<By, 'action' | 'shown' | 'isOfAge'> {
  readonly previous: StoredDecision | null
  readonly next: StoredDecision
  /** The site's own id of a signed-in visitor, at the time of the answer. */
  readonly subject?: string | undefined
  /** The visitor's country, as the page said at the time of the answer. */
  readonly country?: string | undefined
}

/** A noted answer. Whoever makes its record, on whatever page, makes the same one. */
export interface Note extends Pending {
  /** UUIDv7 of the record. */
  readonly id?: string
  /** Page that the answer was given on: origin and path. */
  readonly page?: string
  /** Whether the browser sent Global Privacy Control then. */
  readonly gpc?: boolean
}

/** Whether the browser sends Global Privacy Control now. */
export const sendsGpc = (): boolean =>
  (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true

/**
 * Notes an answer at once, so that its record is made even if the visitor leaves in the same moment.
 * Blocked or full storage changes nothing about the decision, which is in the cookie.
 */
export function remember(pending: Pending): void {
  try {
    const note: Note = {
      ...pending,
      id: uuidv7(pending.next.at),
      page: location.origin + location.pathname,
      gpc: sendsGpc(),
    }
    localStorage[PENDING] = `${localStorage[PENDING] ?? ''}${JSON.stringify(note)}\n`
  } catch {
    // Without storage there is no local history; the decision in force is not touched by that.
  }
}
