import type { Method } from '../model/decision.ts'

/** Names how an answer was given: by code of the page, by a tool, or by a person's click or key. */
export function methodOf(event: Event | undefined, isPerson: boolean): Method {
  if (!event) return 'api'
  if (!isPerson) return 'tool'
  // Keyboards and assistive technology click without a position, and browsers count no clicks for them.
  return (event as UIEvent).detail ? 'click' : 'key'
}
