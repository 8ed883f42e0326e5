// The first is longer, so that the scripts of most pages are asked for at once, also on a slow phone. With what
// the page does before and after, it stays below the 50 ms of a long task (W3C Long Tasks API, section 1).
const FIRST_SLICE_MS = 32
const SLICE_MS = 8

/** Runs tasks in order, in slices that let the page paint and answer input in between. */
export interface Slices {
  /** Adds a task, which must not throw. The first slice runs before anything else of the page does. */
  add(task: () => void): void
}

/** Makes an empty queue. */
export function createSlices(): Slices {
  const queue: (() => void)[] = []
  let running = false
  const runUntil = (end: number): void => {
    while (queue[0] && performance.now() < end) queue.shift()?.()
    running = !!queue[0]
    if (running) setTimeout(() => runUntil(performance.now() + SLICE_MS))
  }
  return {
    add(task) {
      queue.push(task)
      if (running) return
      running = true
      // From now on, because the rest of this turn takes its time, too.
      const end = performance.now() + FIRST_SLICE_MS
      queueMicrotask(() => runUntil(end))
    },
  }
}
