import { findLanguage } from '@kelisim/core/find-language'
import type { CreateLayer } from '@kelisim/core/layer'
import { mayAsk } from '@kelisim/core/may-ask'
import type { State } from '@kelisim/core/state'
import { ANNOUNCED } from '@kelisim/core/own-storage'
import { policyInForce } from '@kelisim/core/policy-in-force'
import { createPolicyChange, type PolicyChange } from '@kelisim/ui/policy-change'
import { mountTakenBack, mountUpcoming } from '@kelisim/ui/upcoming'

/**
 * Puts the announced policy in force where its day has come, so that answers are given to it, and finds what
 * is new in the policy that holds.
 */
export function findChange({ options, running }: State): PolicyChange {
  const policy = policyInForce(options.policy, running?.platform.now() ?? 0)
  // These options are this instance's own copy, and nobody has answered yet.
  if (options.policy) Object.assign(options.policy, policy)
  return createPolicyChange(policy)
}

/**
 * Announces `policy.upcoming` ahead of its day: once per version to each visitor who closes it, and never
 * over a question. A visitor who is being asked hears of it on the next page.
 */
export const create: CreateLayer = ({ state }) => {
  findChange(state)
  const { options, running, $view } = state
  const { autoShow = true, policy } = options
  const upcoming = policy?.upcoming
  const isDue =
    upcoming &&
    autoShow &&
    $view.get() === 'none' &&
    Date.parse(upcoming.effectiveFrom) > (running?.platform.now() ?? 0) &&
    mayAsk(options) &&
    closedVersion() !== upcoming.version
  const mounted =
    isDue &&
    mountUpcoming({
      state,
      upcoming,
      findLanguage: () => findLanguage(options),
      onClose: () => noteClosed(upcoming.version),
    })
  return { show() {}, stop: () => mounted && mounted.stop() }
}

/**
 * Tells, once, that Global Privacy Control has taken back what was allowed of marketing; not where nobody may
 * be asked, nor over a question.
 *
 * @returns Its undo.
 */
export function tellTakenBack(state: State): () => void {
  const { options, $view } = state
  if (!mayAsk(options) || $view.get() !== 'none') return () => {}
  return mountTakenBack({ state, findLanguage: () => findLanguage(options) }).stop
}

function closedVersion(): string | null {
  try {
    return localStorage.getItem(ANNOUNCED)
  } catch {
    return null
  }
}

function noteClosed(version: string): void {
  try {
    localStorage.setItem(ANNOUNCED, version)
  } catch {
    // Blocked or full: it is told again on the next page.
  }
}
