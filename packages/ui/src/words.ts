import type { LocalText, Options } from '../../core/src/model/options.ts'
import type { State } from '../../core/src/state.ts'
import type { Messages } from '../../core/src/view.ts'
import { createTranslate, type Translate } from './translate.ts'

/** The texts of one language, ours and the owner's. */
export interface Words {
  readonly language: string
  /** A text of the catalogue. */
  readonly say: Translate
  /** A text of the owner's, in this language or else in the first one it is in. */
  readonly own: (text: LocalText | undefined) => string
}

/** Puts the texts of one language together; the owner's win key by key. */
export const createWords = (options: Options, language: string, messages: Messages): Words => ({
  language,
  say: createTranslate({ ...messages, ...ownTexts(options, language) }),
  own(text = '') {
    const found = typeof text === 'object' ? (text[language] ?? Object.values(text)[0]) : text
    // Always a string: an object in the place of a text could be taken for an element.
    return typeof found === 'object' ? '' : `${found}`
  },
})

/** The owner's texts of one language, by key. */
export const ownTexts = ({ texts }: Options, language: string): Messages | undefined =>
  typeof texts === 'function' ? texts(language) : texts?.[language]

/** What has texts of its own, in a file per language. */
export type Layer =
  | 'notice'
  | 'preferences'
  | 'placeholders'
  | 'periods'
  | 'details'
  | 'receipt'
  | 'debug'
  | 'declaration'
  | 'upcoming'

/** Names the file with our texts. A language of the owner's own is laid over the texts of the default one. */
export const textsFile = (
  layer: Layer,
  language: string,
  { options, ports }: Pick<State, 'options' | 'ports'>,
): string =>
  `${layer}.${[language, options.defaultLanguage].find((code) => ports.reopenLabels[`${code}`]) ?? 'ru'}`
