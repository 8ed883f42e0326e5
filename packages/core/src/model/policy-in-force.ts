import type { LocalText, Options } from './options.ts'

/** The policy that holds at some time. */
export interface PolicyInForce {
  readonly version?: string
  readonly url?: string
  readonly archive?: string
  /** What is new in it. */
  readonly summary?: LocalText
}

/**
 * Tells which policy holds: the announced one from its day on, so that nobody has to change a site at
 * midnight; else the present one.
 *
 * @param now Milliseconds since the Unix epoch.
 */
export function policyInForce(policy: Options['policy'], now: number): PolicyInForce {
  const { upcoming, ...present } = policy ?? {}
  if (!upcoming || !(Date.parse(upcoming.effectiveFrom) <= now)) return present
  const { effectiveFrom: _, ...next } = upcoming
  const { summary: __, ...kept } = present
  return { ...kept, ...next }
}
