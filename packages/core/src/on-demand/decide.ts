import { partly } from '../model/allows.ts'
import type { Asked } from '../model/asked.ts'
import type { Answers, Decision } from '../model/decision.ts'

/** The part of a decision that says what is allowed. */
export type Choice = Pick<Decision, 'categories' | 'services' | 'asked'>

/**
 * Merges answers into the decision before them. Names that are left out keep their earlier answer; a
 * category's answer replaces earlier ones of its services. Only `true` allows.
 *
 * @param previous The decision in force, if there is one.
 */
export function decide(
  previous: Choice | null,
  { categories: given = {}, services: givenServices = {} }: Answers,
  asked: Asked,
): Choice {
  const categories = { ...previous?.categories }
  const services = { ...previous?.services }
  const hashes = { ...previous?.asked }
  const [, ...optional] = asked.categories.values()
  for (const { id: name, hash, services: inside } of optional) {
    const isAnswered = Object.hasOwn(given, name)
    // What was answered to another question than today's does not come back with a part of it.
    const isOutdated = hashes[name] !== hash && hashes[name] !== partly(hash)
    if (isAnswered || isOutdated) for (const { id } of inside) delete services[id]
    if (isAnswered) {
      categories[name] = given[name] === true
      hashes[name] = hash
    }
    for (const { id } of inside) {
      if (!Object.hasOwn(givenServices, id)) continue
      if (hashes[name] !== hash) {
        categories[name] = false
        hashes[name] = partly(hash)
      }
      services[id] = givenServices[id] === true
      if (services[id] === categories[name]) delete services[id]
    }
  }
  return { categories, services, asked: hashes }
}
