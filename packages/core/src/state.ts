import type { WritableAtom } from 'nanostores'
import type { Consent, Status } from './consent.ts'
import type { ErrorCode } from './errors.ts'
import type { Files } from './files.ts'
import type { Asked } from './model/asked.ts'
import type { StoredDecision } from './model/decision.ts'
import type { Options } from './model/options.ts'
import type { Platform } from './platform/platform.ts'
import type { Outbox } from './on-demand/outbox.ts'
import type { Ports } from './ports.ts'
import type { View } from './view.ts'

/** Tells the owner about a fault, in time; nothing is thrown into the page. */
export type Report = (code: ErrorCode, subject?: unknown, cause?: unknown) => void

/** What one instance knows; its parts share it, and nothing is kept at module level. */
export interface State {
  readonly consent: Consent
  readonly options: Options
  readonly ports: Ports
  readonly files: Files
  readonly asked: Asked
  readonly $view: WritableAtom<View>
  readonly $language: WritableAtom<string>
  readonly report: Report
  /** Sets the public stores and tells the listeners; after the first time a decision is news to them. */
  readonly publish: (decision: StoredDecision | null, status: Status) => void
  /** What `setSubject` was given last; undefined where the option counts. */
  subject?: string | null
  /** The part that is at work on the page; none before the start and after the end. */
  running?: Running | undefined
}

/** The part of an instance that is at work on the page. */
export interface Running {
  readonly platform: Platform
  /** The decision in force, with its secret, read anew. */
  readonly read: () => StoredDecision | null
  /** Puts a decision in force: closes what it takes away, opens what it gives, then tells. */
  readonly replace: (next: StoredDecision | null) => void
  /** Closes what is open; no answer is given by it. */
  readonly dismiss: () => void
  /** Watches another root for gated elements. */
  readonly scan: (root: Node) => void
  /** Takes the interface off the page, once it is there. */
  unmount?: () => void
  /** What the sweep of refused services' storage knows, once it has begun. */
  sweeping?: Sweeping
  /** Brings records to the ledger, once one waits. */
  outbox?: Outbox
  /** Undoes everything on the page. */
  readonly stop: () => void
}

/** What a sweep knows from one time to the next. */
export interface Sweeping {
  /** What was told to be left. */
  readonly told: Set<string>
  /** Databases whose deletion waits until code of the page closes them. */
  readonly pending: Set<string>
  /** Whether it goes on while the page lives. */
  isLasting: boolean
  /** Ends the wait for the next time. */
  waiting?: AbortController
  /** Takes back an offer to reload that waits for its turn. */
  stopOffering?: () => void
}
