import { createMarkupGate } from './markup.ts'
import type { GatePorts, Opener } from './opening.ts'
import { createSchedule } from './schedule.ts'
import { createServiceRunner } from './services.ts'

/** Lets run what is allowed: gated elements of the page and services. Fetched once something is. */
export interface Gate extends Opener {
  /** Watches another root, for example a closed shadow root. */
  scan(root: Node): void
  /** Closes everything and stops watching. */
  stop(): void
}

/** Begins to watch the page; nothing is opened yet. */
export function createGate(ports: GatePorts): Gate {
  const schedule = createSchedule()
  const markup = createMarkupGate(ports, schedule)
  const services = createServiceRunner(ports, schedule)
  const parts: readonly Opener[] = [markup, services]
  ports.roots.forEach(markup.scan)
  return {
    open: (afterPaint) => parts.forEach((part) => part.open(afterPaint)),
    close: (all) => parts.forEach((part) => part.close(all)),
    scan(root) {
      markup.scan(root)
      markup.open()
    },
    stop() {
      services.close(true)
      markup.stop()
    },
  }
}
