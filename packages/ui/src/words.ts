import type { CategoryAsked } from '../../core/src/model/asked.ts'
import type { LocalText, Options } from '../../core/src/model/options.ts'
import type { Messages } from '../../core/src/view.ts'
import { createTranslate, type Translate } from './translate.ts'

/** The texts of one language, ours and the owner's. */
export interface Words {
  readonly language: string
  /** A text of the catalogue. */
  readonly say: Translate
  /** A text of the owner's, in this language or else in the first one it is in. */
  readonly own: (text: LocalText | undefined) => string
  readonly nameOf: (category: CategoryAsked) => string
  /** A country's name, or its code where the browser has no name for it. */
  readonly country: (code: string | undefined) => string
}

/** Puts the texts of one language together. */
export function createWords({ texts }: Options, language: string, messages: Messages): Words {
  const overrides = typeof texts === 'function' ? texts(language) : texts?.[language]
  const say = createTranslate(language, messages, overrides)
  // Always a string: an object in the place of a text could be taken for an element.
  const own = (text: LocalText = '') =>
    `${typeof text === 'object' ? (text[language] ?? Object.values(text)[0]) : text}`
  return {
    language,
    say,
    own,
    nameOf: ({ id, label }) => own(label) || say(`category.${id}`),
    country(code) {
      const key = `country.${code}`
      // Chromium has no names in some languages, Kazakh among them: ours come first.
      if (say(key) !== key) return say(key)
      try {
        return `${new Intl.DisplayNames(language, { type: 'region' }).of(`${code}`)}`
      } catch {
        return `${code}`
      }
    },
  }
}
