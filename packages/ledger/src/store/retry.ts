import { setTimeout as sleep } from 'node:timers/promises'
import { isClash } from './database-errors.ts'

/**
 * Does it again while another writer comes first, with growing pauses, for four seconds at most.
 *
 * @param attempt Leaves nothing behind when it fails; is told whether it failed before.
 */
export async function retryClashes<T>(attempt: (isAgain: boolean) => Promise<T>): Promise<T> {
  const until = Date.now() + 4000
  let isAgain = false
  for (let pause = 2; ; pause = Math.min(pause * 2, 200)) {
    try {
      return await attempt(isAgain)
    } catch (error) {
      if (!isClash(error) || Date.now() > until) throw error
      isAgain = true
      // Spread, so that two that clashed do not clash again.
      await sleep(pause * (0.5 + Math.random()))
    }
  }
}
