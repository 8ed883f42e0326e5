import { setTimeout as sleep } from 'node:timers/promises'

/** What counts as "not yet". */
export type Falsy = false | 0 | '' | null | undefined

const POLL_MS = 40

/**
 * Tries until the attempt gives something truthy, and gives that.
 *
 * @param what Tells what is waited for, to end the sentence "Waited 5000 ms for".
 * @throws {Error} When the time is over; the message holds the last problem.
 */
export async function poll<Result>(
  attempt: () => Promise<Result>,
  timeoutMs: number,
  what: () => string,
): Promise<Exclude<Result, Falsy>> {
  const end = Date.now() + timeoutMs
  let problem = ''
  for (;;) {
    try {
      const result = await attempt()
      if (result) return result as Exclude<Result, Falsy>
      problem = ''
    } catch (error) {
      // A page on its way out cannot answer; the next one will.
      problem = ` Last problem: ${String(error)}`
    }
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs} ms for ${what()}.${problem}`)
    await sleep(POLL_MS)
  }
}
