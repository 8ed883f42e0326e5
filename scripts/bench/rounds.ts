import type { Findings, Patient } from './measures/measure.ts'
import type { Part } from './measures/parts.ts'

/** What is to be measured, on whom, how often. */
export interface Plan {
  readonly patients: readonly Patient[]
  readonly parts: readonly Part[]
  readonly rounds: number
}

/**
 * Measures everybody in rounds, another one first in each. Before them comes a round that does not
 * count: everybody has to show that they do their job, and browser and server to be warm.
 *
 * @param told Called after each round with its number; 0 is the one that does not count.
 * @returns What was found of each patient, in their order.
 */
export async function runRounds(
  { patients, parts, rounds }: Plan,
  told: (round: number) => void,
): Promise<readonly (readonly Findings[])[]> {
  const found: Findings[][] = patients.map(() => [])
  const look = async (index: number, round: number): Promise<void> => {
    for (const { measure, every, isCheck } of parts) {
      const isDue = round > 0 ? round % every === 1 % every : isCheck
      if (!isDue) continue
      const findings = await tried(() => measure(patients[index] as Patient))
      if (round > 0) found[index]?.push(findings)
    }
  }
  for (let round = 0; round <= rounds; round += 1) {
    for (let turn = 0; turn < patients.length; turn += 1)
      await look((round + turn) % patients.length, round)
    told(round)
  }
  return found
}

const TRIES = 4

// A click may get lost where a banner ignores clicks at first; whoever does not do their job never passes.
async function tried<T>(measure: () => Promise<T>, left = TRIES - 1): Promise<T> {
  try {
    return await measure()
  } catch (fault) {
    if (left === 0) throw fault
    console.error(`Once more, because ${fault}`)
    return tried(measure, left - 1)
  }
}
