import type { ConsentRecord } from '@kelisim/core/consent-record'

type Answers = Pick<ConsentRecord, 'at' | 'categories' | 'services'>

/**
 * Finds the record of the decision in force.
 *
 * Records count in the order of arrival, except that one which claims to be older than one before
 * it (delivered late, or replayed) only counts if it allows nothing more.
 *
 * @param records Of one consent id, in the order of their sequence.
 */
export function currentOf<T extends Answers>(records: readonly T[]): T | null {
  let current: T | null = null
  let newest = ''
  for (const record of records) {
    if (!current || record.at >= newest || isWithin(record, current)) current = record
    if (record.at > newest) newest = record.at
  }
  return current
}

function isWithin(narrow: Answers, wide: Answers): boolean {
  if (!allowed(narrow.categories).length && !allowed(narrow.services).length) return true
  return (
    allowed(narrow.categories).every((name) => wide.categories[name]) &&
    allowed(narrow.services).every((name) => wide.services[name]) &&
    // A service that was refused by itself stays so.
    Object.entries(wide.services).every(([name, isOn]) => isOn || narrow.services[name] === false)
  )
}

const allowed = (answers: Readonly<Record<string, boolean>>) =>
  Object.keys(answers).filter((name) => answers[name])
