import type { Decision, Method } from '../model/decision.ts'
import { grants } from '../model/grants.ts'
import type { LegalBasis, Options } from '../model/options.ts'
import type { Framing } from './framing.ts'
import type { Action } from '../view.ts'

/** What happened to the consent. */
export type RecordEvent = 'granted' | 'refused' | 'changed' | 'withdrawn' | 'expired' | 'migrated'

/** Who gets data once a service is allowed; a field is left out where nothing is known. */
export interface Recipient {
  /** Id of the service. */
  readonly service: string
  readonly vendor?: string
  /** ISO 3166-1 alpha-2 codes. */
  readonly countries?: readonly string[]
  /** Whether the data leaves the country, or the economic area, of the profile. */
  readonly crossBorder: boolean
  /** The owner's reason. */
  readonly crossBorderReason?: string
  /** Consent, unless the owner has said otherwise of a service in `necessary`. */
  readonly legalBasis?: LegalBasis
}

/**
 * One event, never changed after it was written. Names follow ISO/IEC TS 27560:2023 where it has one;
 * purposes and periods are found by `asked` and `policy` in the archived texts.
 */
export interface ConsentRecord {
  /** Version of this shape. */
  readonly schema: 1
  /** UUIDv7 of this event. */
  readonly recordId: string
  /** The record before it in this browser; empty for the first, and where the history was deleted. */
  readonly previousId: string
  readonly consentId: string
  readonly event: RecordEvent
  /** ISO 8601, UTC. */
  readonly at: string
  /** The visitor's offset from UTC, in minutes, positive in the east. */
  readonly offset: number
  /** ISO 8601, UTC. */
  readonly validUntil: string
  readonly method: Method
  /** The control that was used; `api` for code of the page, `gpc` for Global Privacy Control. */
  readonly action: Action | 'api' | 'gpc'
  readonly language: string
  /** Version of Kelisim, which fixes the texts of the interface. */
  readonly version: string
  /** SHA-256 of the text on the screen, in hexadecimal; empty where none was shown or on plain http. */
  readonly shownSha256: string
  readonly policy: { readonly version: string; readonly url: string }
  readonly operator: Options['operator'] | null
  /** Whose law was followed, as the owner has set it. */
  readonly profile: NonNullable<Options['profile']>
  /** Each category's answer: the legal basis of those allowed is consent. */
  readonly categories: Readonly<Record<string, boolean>>
  /** Services that were answered otherwise than their category. */
  readonly services: Readonly<Record<string, boolean>>
  /** Those of the allowed services; nobody without a service. */
  readonly recipients: readonly Recipient[]
  /** Per category the hash of what was asked. */
  readonly asked: Readonly<Record<string, string>>
  /** Page that the answer was given on: origin and path, no query. */
  readonly page: string
  /** Whether the page was shown inside a frame, and whose. */
  readonly framed: Framing
  /**
   * Where children are kept out: the age asked for, and whether a person has stated, now or before, to be
   * of that age or that the legal representative agrees.
   */
  readonly minors?: { readonly age: number; readonly isStated: boolean }
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
  // What it takes back was allowed before, though it does not count any more.
  if (action === 'gpc') return grants(next) ? 'changed' : 'withdrawn'
  if (action === 'withdraw' || (grants(previous) && !grants(next))) return 'withdrawn'
  return previous ? 'changed' : grants(next) ? 'granted' : 'refused'
}
