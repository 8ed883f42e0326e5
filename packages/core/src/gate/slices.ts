const SLICE_MS = 8

/** Runs tasks in order, in slices that let the page paint and answer input in between. */
export interface Slices {
  /**
   * Adds a task, which must not throw.
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
    while (queue.length && performance.now() < end) queue.shift()?.()
    running = queue.length > 0
    if (running) nextTask(run)
  }
  return {
    add(task, afterPaint) {
      queue.push(task)
      if (running) return
      running = true
      // A hidden page gets no frames.
      if (!afterPaint) run()
      else if (document.hidden) nextTask(run)
      else requestAnimationFrame(() => nextTask(run))
    },
  }
}

/** Runs after input and paint had their turn, without the 4 ms that nested timers are held back. */
export function nextTask(run: () => void): void {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    port1.close()
    run()
  }
  port2.postMessage(0)
}
