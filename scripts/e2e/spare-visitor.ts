import type { Browser, Visitor } from './browser.ts'

/**
 * Keeps one visitor ready who prefers nothing: the next is started while a test is busy with the last.
 *
 * @param start Starts one; takes seconds.
 */
export function keepSpare(start: () => Promise<Visitor>): Pick<Browser, 'close'> & {
  take(): Promise<Visitor>
} {
  let spare: Promise<Visitor> | undefined
  const prepare = (): void => {
    spare = start()
    // Who takes it is told.
    spare.catch(() => undefined)
  }
  prepare()
  return {
    async take() {
      const taken = spare
      prepare()
      return (await taken) as Visitor
    },
    async close() {
      await (await spare)?.close()
    },
  }
}
