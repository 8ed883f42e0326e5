import type { State } from '../../core/src/state.ts'
import type { Make } from './element.ts'
import { ownTexts, type Words } from './words.ts'

/** Buttons for the languages offered, each in its own name; nothing for a single one. */
export function languageSwitch<Node>(
  make: Make<Node>,
  { options, $language }: Pick<State, 'options' | '$language'>,
  { language, say }: Words,
): Node[] {
  const { languages = ['kk', 'ru', 'en'] } = options
  // A language of the owner's own is called as its own texts call it.
  const nameOf = (code: string): string => {
    const key = `language.${code}`
    const own: unknown = ownTexts(options, code)?.[key]
    return typeof own === 'string' ? own : say(key)
  }
  const buttons = languages.map((code) =>
    make(
      'button',
      {
        lang: code,
        'aria-pressed': code === language,
        onClick: () => $language.set(code),
      },
      nameOf(code).slice(0, 3),
      make('span', null, nameOf(code).slice(3)),
    ),
  )
  const group = { part: 'languages', role: 'group', 'aria-label': say('language.group') }
  return buttons[1] ? [make('div', group, ...buttons)] : []
}
