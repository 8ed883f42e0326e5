import type { Browser } from 'puppeteer-core'
import type { Fetched } from '../probe.ts'
import type { Controls } from '../subjects.ts'

/** One subject, about to be measured. */
export interface Patient {
  readonly browser: Browser
  /** Path of its page with so many gated scripts. */
  readonly path: (gatedCount: number) => string
  /** None for the page alone. */
  readonly controls?: Controls | undefined
}

/** Numbers by the name of what was measured; what a subject does not have is left out. */
export type Sample = Readonly<Record<string, number>>

/** What one part of the benchmark found out. */
export interface Findings {
  readonly sample: Sample
  /** Files of the first and of the returning visit, where they were watched. */
  readonly fetched?: Readonly<Record<'first' | 'again', readonly Fetched[]>>
}

/** One part of the benchmark. Rejects where the subject does not do its job. */
export type Measure = (patient: Patient) => Promise<Findings>
