import type { Service } from '../model/options.ts'
import { afterPaint } from '../platform/after-paint.ts'
import { createMarkupGate } from './markup.ts'
import { noteRefusal } from './note-refusal.ts'
import type { GatePorts, GateSeams, Left, Opener } from './gate-ports.ts'
import { createSchedule } from './schedule.ts'
import { createServiceRunner } from './services.ts'

type SweepFile = typeof import('../on-demand/sweep.ts')

/** Lets run what is allowed: gated elements of the page and services. Fetched once something is. */
export interface Gate {
  /**
   * Opens what is allowed and still held.
   *
   * @param isAnswer A person waits for the page to answer a click, so let it paint first.
   * @returns When that is done.
   */
  open(isAnswer?: boolean): void | Promise<void>
  /** Closes what is open and no longer allowed. */
  close(): void
  /** Watches another root, for example a closed shadow root. */
  scan(root: Node): void
  /** Closes everything and stops watching. */
  stop(): void
}

/** Begins to watch the page; nothing is opened yet. What refused services kept before is swept. */
export function createGate(seams: GateSeams): Gate {
  const { state, allows, roots } = seams
  const { asked, consent, files, options, report } = state
  const { nonce = '' } = options
  const services = [...asked.services.values()]
  let left: Left[] = []
  const ports: GatePorts = { ...seams, report, nonce, services, linger: (it) => left.push(it) }
  const schedule = createSchedule()
  const markup = createMarkupGate(ports, schedule)
  const parts: readonly Opener[] = [markup, createServiceRunner(ports, schedule)]
  const life = new AbortController()
  const open = (): void => {
    if (!life.signal.aborted) parts.forEach((part) => part.open())
  }
  const close = (all?: boolean): void => parts.forEach((part) => part.close(all))
  const mayHaveKept = ({ category, id, storage }: Service): boolean =>
    !!storage?.[0] && !allows(category, id)
  const cleanUp = async (closed: readonly Left[]): Promise<void> => {
    try {
      // By the time this goes on, everybody has been told of the decision.
      await Promise.resolve()
      if (closed[0] || (consent.$decision.get() && services.some(mayHaveKept)))
        await files.use('sweep', (file: SweepFile) => file.cleanUp(state, closed))
    } catch (fault) {
      report('load-failed', 'sweep', fault)
    }
  }
  roots.forEach(markup.scan)
  const settle = async (): Promise<void> => {
    await cleanUp(left)
    if (!options.preview) await noteRefusal(state, life.signal)
  }
  void settle()
  return {
    open(isAnswer) {
      if (!isAnswer) return open()
      // Even to look through a page with many elements would keep it from being painted.
      markup.hold()
      return afterPaint().then(open)
    },
    close() {
      left = []
      close()
      void cleanUp(left)
    },
    scan(root) {
      markup.scan(root)
      markup.open()
    },
    stop() {
      life.abort()
      close(true)
      markup.stop()
    },
  }
}
