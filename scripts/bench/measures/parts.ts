import { measureJourney } from './journey.ts'
import { measureMany } from './many.ts'
import type { Measure } from './measure.ts'
import { measurePreferences } from './preferences.ts'
import { measureRefusal } from './refusal.ts'
import { measureRest } from './rest.ts'

/** One part of the benchmark, which can be run alone. */
export interface Part {
  readonly measure: Measure
  /** In every how many rounds it is run; slow ones whose results vary little are run less often. */
  readonly every: number
  /** Whether it shows that a subject does its job. @default false */
  readonly isCheck?: boolean
}

/** All parts of the benchmark, by the name that `--rows` takes. */
export const PARTS: Readonly<Record<string, Part>> = {
  journey: { measure: measureJourney, every: 1, isCheck: true },
  refusal: { measure: measureRefusal, every: 3, isCheck: true },
  rest: { measure: measureRest, every: 1 },
  preferences: { measure: measurePreferences, every: 3 },
  many: { measure: measureMany, every: 3 },
}
