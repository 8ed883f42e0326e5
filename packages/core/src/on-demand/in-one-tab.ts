const LONGEST_MS = 20_000

/**
 * Does work in one tab of the site at a time. Where the browser cannot tell, or a tab has held the others
 * up for too long, it is done all the same; so doing it twice must be harmless.
 */
export async function inOneTab<T>(name: string, work: () => Promise<T>): Promise<T> {
  let isBegun = false
  try {
    return await navigator.locks.request(name, { signal: AbortSignal.timeout(LONGEST_MS) }, () => {
      isBegun = true
      return work()
    })
  } catch (error) {
    if (isBegun) throw error
    return work()
  }
}
