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
      const findings = await twice(() => measure(patients[index] as Patient))
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

// On a machine that is busy with others a click may get lost; whoever does not do their job fails again.
async function twice<T>(measure: () => Promise<T>): Promise<T> {
  try {
    return await measure()
  } catch (fault) {
    console.error(`Once more, because ${fault}`)
    return measure()
  }
}
