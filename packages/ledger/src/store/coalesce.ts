import { isUnfit } from './database-errors.ts'

/** How requests share transactions. */
export interface CoalesceOptions {
  /** Transactions at once. */
  readonly lanes: number
  /** Items of one transaction. */
  readonly most: number
  /** Items that may wait; what is beyond is refused at once. */
  readonly waiting: number
}

/** What is thrown to those who would wait too long. */
export class Overloaded extends Error {
  override name = 'Overloaded'
}

interface Waiting<I, O> {
  readonly items: readonly I[]
  readonly resolve: (outcomes: O[]) => void
  readonly reject: (error: unknown) => void
}

/**
 * Lets requests that come while the disk is busy share its next commit: one flush for many.
 *
 * @param run Commits items and tells what became of each.
 */
export function coalesce<I, O>(
  run: (items: readonly I[]) => Promise<O[]>,
  { lanes, most, waiting }: CoalesceOptions,
): (items: readonly I[]) => Promise<O[]> {
  const queue: Waiting<I, O>[] = []
  let queued = 0
  let running = 0

  function take(): Waiting<I, O>[] {
    let count = 0
    let size = 0
    while (size < queue.length) {
      count += queue[size]?.items.length ?? 0
      if (size > 0 && count > most) break
      size++
    }
    const group = queue.splice(0, size)
    for (const { items } of group) queued -= items.length
    return group
  }

  async function work(): Promise<void> {
    running++
    while (queue.length > 0) await serve(take())
    running--
  }

  async function serve(group: readonly Waiting<I, O>[]): Promise<void> {
    try {
      const outcomes = await run(group.flatMap(({ items }) => items))
      let from = 0
      for (const { items, resolve } of group) resolve(outcomes.slice(from, (from += items.length)))
    } catch (error) {
      // One row that the database refuses must not fail the others.
      if (group.length > 1 && isUnfit(error)) for (const one of group) await serve([one])
      else for (const { reject } of group) reject(error)
    }
  }

  return (items) =>
    new Promise((resolve, reject) => {
      if (queued + items.length > waiting) return reject(new Overloaded('Too many records wait.'))
      queue.push({ items, resolve, reject })
      queued += items.length
      // After the requests of this turn have come in.
      if (running < lanes) setImmediate(() => running < lanes && void work())
    })
}
