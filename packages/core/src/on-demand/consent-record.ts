import type { Decision, Method } from '../model/decision.ts'
import { grants } from '../model/grants.ts'
import type { Options } from '../model/options.ts'
import type { Framing } from './framing.ts'
import type { Action } from '../view.ts'

/** What happened to the consent. */
export type RecordEvent = 'granted' | 'refused' | 'changed' | 'withdrawn' | 'expired' | 'migrated'

/**
 * One event, never changed after it was written. Names follow ISO/IEC TS 27560:2023 where it has one;
 * vendors, purposes and periods are found by `asked` and `policy` in the archived texts.
 */
export interface ConsentRecord {
  /** Version of this shape. */
  readonly schema: 1
  /** UUIDv7 of this event. */
  readonly recordId: string
  readonly consentId: string
  readonly event: RecordEvent
  /** ISO 8601, UTC. */
  readonly at: string
  /** The visitor's offset from UTC, in minutes, positive in the east. */
  readonly offset: number
  /** ISO 8601, UTC. */
  readonly validUntil: string
  readonly method: Method
  /** The control that was used; `api` for code of the page. */
  readonly action: Action | 'api'
  readonly language: string
  /** Version of Kelisim, which fixes the texts of the interface. */
  readonly version: string
  /** SHA-256 of the text on the screen, in hexadecimal; empty where none was shown or on plain http. */
  readonly shownSha256: string
  readonly policy: { readonly version: string; readonly url: string }
  readonly operator: Options['operator'] | null
  /** Each category's answer: the legal basis of those allowed is consent. */
  readonly categories: Readonly<Record<string, boolean>>
  /** Services that were answered otherwise than their category. */
  readonly services: Readonly<Record<string, boolean>>
  /** Per category the hash of what was asked. */
  readonly asked: Readonly<Record<string, string>>
  /** Page that the answer was given on: origin and path, no query. */
  readonly page: string
  /** Whether the page was shown inside a frame, and whose. */
  readonly framed: Framing
  /**
   * Whether the browser sent Global Privacy Control: a refusal of marketing, until the visitor says
   * otherwise. A grant beside it was given after the notice had asked.
   */
  readonly gpc: boolean
}

/** Names the event that leads from one decision to the next. */
export function eventOf(
  previous: Decision | null,
  next: Decision,
  action: ConsentRecord['action'],
): RecordEvent {
  if (next.method === 'migrated') return 'migrated'
  if (action === 'withdraw' || (grants(previous) && !grants(next))) return 'withdrawn'
  return previous ? 'changed' : grants(next) ? 'granted' : 'refused'
}
