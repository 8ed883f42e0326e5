import { setTimeout as sleep } from 'node:timers/promises'
import { controlIsUsable, LISTENING_MS, readMetrics, type Visit } from '../visit.ts'

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
export async function readLoad(
  { page, session }: Visit,
  accept: string | undefined,
): Promise<Load> {
  await sleep(LISTENING_MS)
  if (accept) await controlIsUsable(page, accept)
  const { TaskDuration = NaN, ScriptDuration = NaN } = await readMetrics(session)
  return {
    taskMs: TaskDuration * 1e3,
    scriptMs: ScriptDuration * 1e3,
    longestTaskMs: await page.evaluate(() => Math.max(0, ...probe.longTasks.map(({ ms }) => ms))),
  }
}
