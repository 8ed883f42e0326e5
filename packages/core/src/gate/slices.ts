const SLICE_MS = 8

/** Runs tasks in order, in slices that let the page paint and answer input in between. */
export interface Slices {
  /**
   * Adds a task, which must not throw. The first slice runs before anything else of the page does.
   *
   * @param afterPaint A person waits for the page to answer a click, so let it paint first.
   */
  add(task: () => void, afterPaint: boolean): void
}

/** Makes an empty queue. */
export function createSlices(): Slices {
  const queue: (() => void)[] = []
  let running = false
  const run = (): void => {
    const end = performance.now() + SLICE_MS
    while (queue[0] && performance.now() < end) queue.shift()?.()
    running = !!queue[0]
    if (running) setTimeout(run)
  }
  return {
    add(task, afterPaint) {
      queue.push(task)
      if (running) return
      running = true
      // A hidden page gets no frames.
      if (!afterPaint) queueMicrotask(run)
      else if (document.hidden) setTimeout(run)
      else requestAnimationFrame(() => setTimeout(run))
    },
  }
}
