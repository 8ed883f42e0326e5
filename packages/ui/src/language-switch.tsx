import { h, type VNode } from 'preact'
import type { Scene } from './shell.ts'

/** Buttons for the languages offered, each in its own name; nothing for a single one. */
export function LanguageSwitch({ context, words: { language, say } }: Scene): VNode | false {
  return (
    context.languages.length > 1 && (
      <div part="languages" role="group" aria-label={say('language.group')}>
        {context.languages.map((code) => (
          <button
            lang={code}
            aria-pressed={code === language}
            onClick={() => context.consent.setLanguage(code)}
          >
            {/* The rest is not seen, but read aloud. */}
            {say(`language.${code}`).slice(0, 3)}
            <span>{say(`language.${code}`).slice(3)}</span>
          </button>
        ))}
      </div>
    )
  )
}
