import { due } from './model/allows.ts'
import { resolveAsked } from './model/asked.ts'
import type { Options } from './model/options.ts'
import { browserPlatform } from './platform/platform.ts'
import { readDecision } from './record/read-decision.ts'

/**
 * Tells, without starting anything, whether the stored decision answers all that these options ask.
 *
 * @throws {ConsentError} as `createConsent` does.
 */
export function isSettled(options: Options): boolean {
  return !due(readDecision(browserPlatform()), resolveAsked(options))[0]
}
