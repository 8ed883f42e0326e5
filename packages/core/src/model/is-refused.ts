import { allows } from './allows.ts'
import type { Asked } from './asked.ts'
import type { Decision } from './decision.ts'
import type { Service } from './options.ts'

/**
 * Tells whether the visitor has refused a service. What was allowed to an earlier question and is to be
 * asked again is not allowed, but nobody has refused it.
 */
export function isRefused(decision: Decision, asked: Asked, { id, category }: Service): boolean {
  if (allows(decision, asked, category, id)) return false
  // A "p" marks a category of which only some services were answered: the others were not.
  if (decision.asked[category]?.startsWith('p')) return decision.services[id] === false
  return (decision.services[id] ?? decision.categories[category]) === false
}
