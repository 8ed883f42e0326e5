// The first is longer, so that the few scripts of most pages are asked for at once.
const FIRST_SLICE_MS = 16
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
  const run = (ms: number): void => {
    const end = performance.now() + ms
    while (queue[0] && performance.now() < end) queue.shift()?.()
    running = !!queue[0]
    if (running) setTimeout(run, 0, SLICE_MS)
  }
  return {
    add(task) {
      queue.push(task)
      if (!running) queueMicrotask(() => run(FIRST_SLICE_MS))
      running = true
    },
  }
}
