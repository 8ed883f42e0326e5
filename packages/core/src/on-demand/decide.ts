import { partly } from '../model/allows.ts'
import type { Asked } from '../model/asked.ts'
import type { Answers, StoredDecision } from '../model/decision.ts'

/** What a new decision carries besides the answers. */
export type Circumstances = Pick<
  StoredDecision,
  'consentId' | 'secret' | 'at' | 'expiresAt' | 'policyVersion' | 'language' | 'method'
>

/** A decision that was not written yet. */
export type NewDecision = Omit<StoredDecision, 'text'>

/**
 * Merges answers into the decision before them. Names that are left out keep their earlier answer; a
 * category's answer replaces earlier ones of its services.
 *
 * @param previous The decision in force, if there is one.
 * @param answers Known names only.
 */
export function decide(
  previous: StoredDecision | null,
  answers: Answers,
  asked: Asked,
  circumstances: Circumstances,
): NewDecision {
  const categories = copy(previous?.categories)
  const hashes = copy(previous?.asked)
  const services = copy(previous?.services)
  for (const [name, allowed] of Object.entries(answers.categories ?? {})) {
    const category = asked.categories.get(name)
    if (!category || name === 'necessary') continue
    categories[name] = allowed
    hashes[name] = category.hash
    for (const { id } of category.services) delete services[id]
  }
  for (const [id, allowed] of Object.entries(answers.services ?? {})) {
    const category = asked.services.get(id)?.category ?? ''
    const { hash } = asked.categories.get(category) ?? { hash: '' }
    if (hashes[category] !== hash) {
      categories[category] = false
      hashes[category] = partly(hash)
    }
    if (allowed === categories[category]) delete services[id]
    else services[id] = allowed
  }
  return { ...circumstances, firstAt: previous?.firstAt ?? circumstances.at, categories, services, asked: hashes }
}

const copy = <T>(values: Readonly<Record<string, T>> | undefined): Record<string, T> =>
  Object.assign(Object.create(null), values)
