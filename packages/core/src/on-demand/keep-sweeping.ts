import { page } from '../platform/page.ts'
import type { Running, State, Sweeping } from '../state.ts'
import { sweepOnce } from './sweep-once.ts'

const PAUSES_MS = [1_000, 4_000]
const LONG_PAUSE_MS = 30_000

/**
 * Sweeps what refused services keep, and again shortly after, because timers of vendors write it anew.
 * After a withdrawal it goes on while the page lives and is seen: their code may still run.
 *
 * @returns What is still there after the first time.
 */
export async function keepSweeping(
  state: State,
  running: Running,
  sweeping: Sweeping,
): Promise<readonly string[]> {
  sweeping.waiting?.abort()
  const { signal } = (sweeping.waiting = new AbortController())
  const isOver = (): boolean => signal.aborted || running !== state.running
  const sweepLater = (times: number, isThorough: boolean): void => {
    const ms = PAUSES_MS[times] ?? (sweeping.isLasting ? LONG_PAUSE_MS : undefined)
    if (ms === undefined || isOver()) return
    const sweepNext = async (): Promise<void> => {
      if (!isOver() && (await sweepOnce(state, sweeping, isThorough))) sweepLater(times + 1, false)
    }
    setTimeout(() => {
      if (page.visibilityState === 'visible') void sweepNext()
      else page.addEventListener('visibilitychange', sweepNext, { once: true, signal })
    }, ms)
  }
  const left = await sweepOnce(state, sweeping)
  if (left) sweepLater(0, isAnsweredHere(state))
  return left ?? []
}

/** Tells whether the visitor has answered since this page came up; times of answers are whole seconds. */
function isAnsweredHere({ consent }: State): boolean {
  return (consent.$decision.get()?.at ?? 0) > performance.timeOrigin - 1_000
}
