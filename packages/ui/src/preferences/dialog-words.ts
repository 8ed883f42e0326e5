import type { CategoryAsked } from '../../../core/src/model/asked.ts'
import type { Options } from '../../../core/src/model/options.ts'
import type { Messages } from '../../../core/src/view.ts'
import { createTranslatePlural } from '../translate-plural.ts'
import { ownTexts, type Words } from '../words.ts'
import { formatTime } from './format-time.ts'

/** The texts of one language, with what only the dialog needs. */
export interface DialogWords extends Words {
  readonly nameOf: (category: CategoryAsked) => string
  /** Writes a moment, in milliseconds since the Unix epoch. */
  readonly time: (at: number) => string
}

/** Adds to the words of the notice what only the dialog needs. */
export function createDialogWords(options: Options, words: Words, messages: Messages): DialogWords {
  const { language } = words
  const say = createTranslatePlural(language, [ownTexts(options, language), messages], words.say)
  return {
    ...words,
    say,
    nameOf: ({ id, label }) => words.own(label) || say(`category.${id}`),
    time: (at) => formatTime(at, language, options),
  }
}
