import { h, type VNode } from 'preact'
import type { DialogScene } from './dialog-scene.ts'

/** When the visitor's last answer was given, to which version, and the way to take it back. */
export function RecordLine({ state, words: { language, say }, answer }: DialogScene): VNode | null {
  const decision = state.consent.$decision.get()
  if (!decision) return null
  const { at, policyVersion, categories, services } = decision
  const granted = [categories, services].some((answers) => Object.values(answers).includes(true))
  return (
    <p class="record" part="record">
      {say('preferences.saved', { date: formatTime(at, language) })}
      {policyVersion && ` · ${say('preferences.version', { version: policyVersion })}`}{' '}
      {granted && (
        <button class="link" part="withdraw" onClick={(event) => answer('withdraw', false, event)}>
          {say('preferences.withdraw')}
        </button>
      )}
    </p>
  )
}

function formatTime(at: number, language: string): string {
  const style = (locale: string, dateStyle: 'long' | 'short') =>
    new Intl.DateTimeFormat(locale, { dateStyle, timeStyle: 'short' }).format(at)
  try {
    const text = style(language, 'long')
    // Chromium has no month names for some languages, Kazakh among them, and prints "M10" instead.
    return /M\d/.test(text) ? style('ru', 'short') : text
  } catch {
    // An owner's language may have a code that the browser does not take.
    return style('en-GB', 'long')
  }
}
