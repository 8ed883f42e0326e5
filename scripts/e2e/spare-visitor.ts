import type { Browser, Visitor } from './browser.ts'

/**
 * Keeps one visitor ready who prefers nothing: the next is started while a test is busy with the last.
 *
 * @param start Starts one; takes seconds.
 */
export function keepSpare(start: () => Promise<Visitor>): Pick<Browser, 'close'> & {
  take(): Promise<Visitor>
} {
  const prepare = (): Promise<Visitor> => {
    const next = start()
    // Who takes it is told.
    next.catch(() => undefined)
    return next
  }
  let spare = prepare()
  return {
    take() {
      const taken = spare
      spare = prepare()
      return taken
    },
    async close() {
      const last = await spare.catch(() => undefined)
      await last?.close()
    },
  }
}
