import type { CategoryAsked } from '../../../core/src/model/asked.ts'
import type { Options } from '../../../core/src/model/options.ts'
import type { Messages } from '../../../core/src/view.ts'
import { createTranslatePlural } from '../translate-plural.ts'
import { createWords, ownTexts, type Words } from '../words.ts'

/** The texts of one language, with what only the dialog needs. */
export interface DialogWords extends Words {
  readonly nameOf: (category: CategoryAsked) => string
  /** A country's name, or its code where the browser has no name for it. */
  readonly country: (code: string | undefined) => string
}

/** Puts the texts of one language together. */
export function createDialogWords(
  options: Options,
  language: string,
  messages: Messages,
): DialogWords {
  const words = createWords(options, language, messages)
  const say = createTranslatePlural(language, [ownTexts(options, language), messages], words.say)
  return {
    ...words,
    say,
    nameOf: ({ id, label }) => words.own(label) || say(`category.${id}`),
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
