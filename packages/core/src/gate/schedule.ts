import { createOrder } from './order.ts'
import { createSlices } from './slices.ts'

/** Decides when a load may begin: after what it waits for, and in slices that let the page breathe. */
export interface Schedule {
  /** Runs `load`, which must not throw, once everything named has loaded. */
  add(after: readonly string[], load: () => void): void
  /** Marks a name as loaded. */
  done(name: string): void
}

/** Starts with nothing loaded and nothing waiting. */
export function createSchedule(): Schedule {
  const order = createOrder()
  const slices = createSlices()
  return {
    add: (after, load) => order.after(after, () => slices.add(load)),
    done: order.done,
  }
}
