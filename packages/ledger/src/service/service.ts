import type { Logger } from 'pino'
import type { Store } from '../store/tables.ts'
import type { Outcome, Writing } from '../store/writing.ts'
import type { Config } from './config.ts'
import type { Metrics } from './metrics.ts'

/** What the routes work with. */
export interface Service {
  readonly config: Config
  readonly store: Store
  readonly log: Logger
  readonly metrics: Metrics
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number
  /** Commits records; resolves after the commit. */
  readonly write: (writings: readonly Writing[]) => Promise<Outcome[]>
  /** Time before which all links are sealed. */
  readonly sealedUntil: () => number
}
