import type { Asked } from '../model/asked.ts'
import type { Answers } from '../model/decision.ts'
import type { EarlierChoice } from './earlier-choice.ts'

/** Our category or service for each name that the other banner used. */
export type Names = Readonly<Record<string, string>>

/** What is known of one of our names. */
interface Vote {
  readonly allowed: boolean
  /** Whether the owner has said that the question was the same. */
  readonly isNamed: boolean
}

/**
 * Turns the answers to another banner into answers to what is asked now. A refusal always holds. A grant
 * holds where the question was at least as wide: of a service for that service, of a category where the
 * owner has named it or it has no services, and where all of its services were granted. What is left out
 * has to be asked.
 *
 * @param names By the owner; names that are the same on both sides need not be listed.
 */
export function carryOver(choice: EarlierChoice, names: Names, asked: Asked): Answers {
  const categoryVotes = new Map<string, Vote>()
  const serviceVotes = new Map<string, Vote>()
  const vote = (name: string, allowed: boolean, prefersCategory: boolean): void => {
    const isNamed = Object.hasOwn(names, name)
    const id = `${isNamed ? names[name] : name}`
    const isCategory = asked.categories.has(id) && (prefersCategory || !asked.services.has(id))
    if (!isCategory && !asked.services.has(id)) return
    const votes = isCategory ? categoryVotes : serviceVotes
    const before = votes.get(id)
    // Several of their names for one of ours: all of them have to allow.
    votes.set(id, {
      allowed: allowed && before?.allowed !== false,
      isNamed: isNamed && before?.isNamed !== false,
    })
  }
  for (const [name, allowed] of choice.services) vote(name, allowed, false)
  for (const [name, allowed] of withUnlisted(choice, names, asked)) vote(name, allowed, true)

  const categories: Record<string, boolean> = {}
  const services: Record<string, boolean> = {}
  const [, ...optional] = asked.categories.values()
  for (const { id, services: inside } of optional) {
    const whole = categoryVotes.get(id)
    const known = inside.filter((service) => serviceVotes.has(service.id))
    const isCovered = inside.length > 0 && known.length === inside.length
    for (const service of known) services[service.id] = !!serviceVotes.get(service.id)?.allowed
    if (whole && (!whole.allowed || whole.isNamed || inside.length === 0)) {
      categories[id] = whole.allowed
    } else if (isCovered) {
      categories[id] = known.every((service) => services[service.id])
    }
  }
  return { categories, services }
}

/** Where only grants are listed, a category that the owner names and that is not listed was refused. */
function withUnlisted(
  { categories, accepted }: EarlierChoice,
  names: Names,
  asked: Asked,
): ReadonlyMap<string, boolean> {
  if (!accepted) return categories
  const refused = Object.entries(names).filter(
    ([name, id]) => asked.categories.has(id) && !accepted.includes(name),
  )
  return new Map([...categories, ...refused.map(([name]) => [name, false] as const)])
}
