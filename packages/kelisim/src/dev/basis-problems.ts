import type { Options } from '@kelisim/core'
import { type Path, type Problem, quote } from './problem.ts'

/**
 * Finds what is said to rest on something else than consent although the visitor is asked about it: a
 * question whose refusal would change nothing is none.
 *
 * Source: EDPB, report of the Cookie Banner Taskforce of 17.01.2023, type I ("legitimate interest").
 */
export function basisProblems({ categories = [], services = [] }: Options): Problem[] {
  return [
    ...categories.flatMap((category, index) =>
      typeof category === 'string'
        ? []
        : problemOf(['categories', index, 'legalBasis'], category.id, category.legalBasis),
    ),
    ...services.flatMap(({ category, legalBasis }, index) =>
      problemOf(['services', index, 'legalBasis'], category, legalBasis),
    ),
  ]
}

function problemOf(path: Path, category: string, basis = 'consent'): Problem[] {
  if (basis === 'consent' || category === 'necessary') return []
  const values = { basis: quote(basis), category: quote(category) }
  return [{ path, code: 'not-consent', values }]
}
