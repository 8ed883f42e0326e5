import type { StorageEntry } from '@kelisim/core'

/** How far a visitor has gone: no choice, refused, accepted, accepted and withdrawn. */
export type Stage = 'first' | 'refused' | 'accepted' | 'withdrawn'

/** Something kept in the browser. */
export interface Kept {
  readonly kind: StorageEntry['kind']
  readonly name: string
  /** Host that it belongs to; of a cookie without the leading dot. */
  readonly host: string
}

/** What one visit left behind. */
export interface Visit {
  readonly stage: Stage
  /** Addresses that were asked for, from the choice on. */
  readonly requests: readonly string[]
  readonly kept: readonly Kept[]
}

/** A service as the page declares it. */
export interface Declared {
  readonly id: string
  readonly category?: string
  readonly hosts?: readonly string[]
  readonly match?: readonly string[]
  readonly storage?: readonly Pick<StorageEntry, 'kind' | 'name' | 'party'>[]
}

/** How a button looks, as the browser computes it. */
export interface Look {
  readonly text: string
  readonly height: number
  readonly fontSize: string
  readonly fontWeight: string
  readonly color: string
  readonly background: string
  readonly border: string
}

/** The banner that was found. */
export interface Banner {
  /** `kelisim`, another product, or `unknown` for one that was found by its words. */
  readonly product: string
  readonly accept?: Look | undefined
  readonly refuse?: Look | undefined
  /** Whether the page lets the visitor come back to the choice; undefined where nobody looked. */
  readonly hasWayBack?: boolean | undefined
}

/** What the page's markup gives away. */
export interface Markup {
  /** Addresses that browsers without scripts fetch. */
  readonly noscript: readonly string[]
  /** Addresses that the browser is told to contact ahead. */
  readonly early: readonly string[]
  /** Whether there is a link to a privacy policy. */
  readonly hasPolicy: boolean
}

/** Everything that was seen of one page. */
export interface Evidence {
  /** Address of the page. */
  readonly url: string
  readonly visits: readonly Visit[]
  readonly markup: Markup
  readonly banner: Banner | null
  /** Null where the banner does not tell. */
  readonly declared: readonly Declared[] | null
}

/** What a rule has found. */
export interface Finding {
  readonly code: FindingCode
  /** Errors and warnings fail a check, notes do not. */
  readonly severity: 'error' | 'warning' | 'note'
  /** What it is about: a host, a name in storage, a service, an address. */
  readonly subject: string
  /** The service that it belongs to, where that is known. */
  readonly service?: string | undefined
  /** When it was seen. */
  readonly stages?: readonly Stage[]
}

export type FindingCode =
  | 'request'
  | 'kept'
  | 'survived'
  | 'undeclared'
  | 'never-seen'
  | 'noscript'
  | 'early-contact'
  | 'no-policy'
  | 'no-banner'
  | 'no-refusal'
  | 'unequal-buttons'
  | 'no-way-back'
  | 'undeclared-unknown'
