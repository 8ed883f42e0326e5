import { h, type VNode } from 'preact'
import type { DialogScene } from './dialog-scene.ts'

/** When the visitor's last answer was given, to which version, and the way to take it back. */
export function RecordLine({ state, words: { say, time }, answer }: DialogScene): VNode | null {
  const decision = state.consent.$decision.get()
  if (!decision) return null
  const { at, policyVersion, categories, services } = decision
  const granted = [categories, services].some((answers) => Object.values(answers).includes(true))
  return (
    <p class="record" part="record">
      {say('preferences.saved', { date: time(at) })}
      {policyVersion && ` · ${say('preferences.version', { version: policyVersion })}`}{' '}
      {granted && (
        <button class="link" part="withdraw" onClick={(event) => answer('withdraw', false, event)}>
          {say('preferences.withdraw')}
        </button>
      )}
    </p>
  )
}
