import { languageOfPath, matchLanguage } from './model/language.ts'
import type { Options } from './model/options.ts'
import { page } from './platform/page.ts'
import type { Messages } from './view.ts'

/** Codes of the languages that the owner offers, in the order of the switch. */
export const languagesOf = ({ languages = ['kk', 'ru', 'en'] }: Options): readonly string[] => languages

/**
 * Finds the language to begin with: the owner's word, `<html lang>`, the path (`/kz/…`), the browser's
 * languages, the default.
 */
export function detectLanguage(options: Options): string {
  const wanted = [
    options.language,
    page.documentElement.lang,
    languageOfPath(location.pathname),
    ...navigator.languages,
    options.defaultLanguage,
    'ru',
  ]
  const offered = languagesOf(options)
  return matchLanguage(wanted, offered) ?? offered[0] ?? 'ru'
}

/** The owner's own texts in a language. */
export function textsOf({ texts }: Options, language: string): Messages | undefined {
  if (typeof texts === 'function') return texts(language)
  return texts && Object.hasOwn(texts, language) ? texts[language] : undefined
}
