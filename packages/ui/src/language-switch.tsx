import { h, type VNode } from 'preact'
import type { State } from '../../core/src/state.ts'
import { ownTexts, type Words } from './words.ts'

interface LanguageSwitchProps {
  readonly state: State
  readonly words: Words
}

/** Buttons for the languages offered, each in its own name; nothing for a single one. */
export function LanguageSwitch({
  state: { consent, options },
  words: { language, say },
}: LanguageSwitchProps): VNode | false {
  const { languages = ['kk', 'ru', 'en'] } = options
  // A language of the owner's own is called as its own texts call it.
  const nameOf = (code: string): string =>
    ownTexts(options, code)?.[`language.${code}`] ?? say(`language.${code}`)
  return (
    languages.length > 1 && (
      // A fieldset would bring a look of its own.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      <div part="languages" role="group" aria-label={say('language.group')}>
        {languages.map((code) => (
          <button
            lang={code}
            aria-pressed={code === language}
            onClick={() => consent.setLanguage(code)}
          >
            {nameOf(code).slice(0, 3)}
            <span>{nameOf(code).slice(3)}</span>
          </button>
        ))}
      </div>
    )
  )
}
