import type { Answers } from './decision.ts'

/** Tells whether answers allow anything. */
export const grants = (answers: Answers | null): boolean =>
  [answers?.categories, answers?.services].some((each) => Object.values(each ?? {}).includes(true))
