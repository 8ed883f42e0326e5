import type { Asked } from './asked.ts'
import type { Decision } from './decision.ts'

/**
 * Tells whether a category, or one service in it, is allowed. Only what was asked as it is asked today
 * counts: after a change the category is closed until it is answered again.
 */
export function allows(
  decision: Decision | null,
  { categories }: Asked,
  categoryId: string,
  serviceId?: string | null,
): boolean {
  const hash = categories.get(categoryId)?.hash ?? ''
  const own = decision?.services[`${serviceId}`]
  const asked = decision?.asked[categoryId]
  return (
    categoryId === 'necessary' ||
    (!!hash && asked === hash && (own ?? decision?.categories[categoryId]) === true) ||
    (asked === partly(hash) && own === true)
  )
}

/** Names the categories that have to be asked now: those without an answer to what is asked today. */
export const due = (decision: Decision | null, { categories }: Asked): string[] =>
  [...categories.keys()].filter(
    (id) => id !== 'necessary' && decision?.asked[id] !== categories.get(id)?.hash,
  )

/**
 * Marks a hash whose category has no answer of its own, only some of its services. A 32-bit hash in
 * base 36 starts with "0" or "1", so the mark is never part of one.
 */
export const partly = (hash: string): string => `p${hash.slice(1)}`
