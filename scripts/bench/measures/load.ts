import { setTimeout as sleep } from 'node:timers/promises'
import { controlIsUsable, type Visit } from '../visit.ts'

/** Until then a page that is not held up by a network has shown all it will show. */
const SETTLED_MS = 800

/** What a first visit cost until nothing more happened. */
export interface Load {
  readonly taskMs: number
  readonly scriptMs: number
  readonly longestTaskMs: number
}

/**
 * Waits until the page has settled, then reads what the browser counted. The page is not looked at in
 * between, because that would count, too.
 *
 * @throws {Error} When nobody is asked.
 */
export async function readLoad({ page }: Visit, accept: string | undefined): Promise<Load> {
  await sleep(SETTLED_MS)
  if (accept) await controlIsUsable(page, accept)
  const { TaskDuration = NaN, ScriptDuration = NaN } = await page.metrics()
  return {
    taskMs: TaskDuration * 1e3,
    scriptMs: ScriptDuration * 1e3,
    longestTaskMs: await page.evaluate(() => Math.max(0, ...probe.longTasks.map(({ ms }) => ms))),
  }
}
