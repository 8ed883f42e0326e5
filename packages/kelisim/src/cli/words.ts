import type { Messages } from '@kelisim/core'
import checkEn from '@kelisim/locales/check.en.json'
import checkKk from '@kelisim/locales/check.kk.json'
import checkRu from '@kelisim/locales/check.ru.json'
import cliEn from '@kelisim/locales/cli.en.json'
import cliKk from '@kelisim/locales/cli.kk.json'
import cliRu from '@kelisim/locales/cli.ru.json'
import debugEn from '@kelisim/locales/debug.en.json'
import debugKk from '@kelisim/locales/debug.kk.json'
import debugRu from '@kelisim/locales/debug.ru.json'
import { createTranslate, type Translate } from '@kelisim/ui/translate'

/** A language that the commands speak. */
export type Language = 'kk' | 'ru' | 'en'

const texts: Readonly<Record<Language, object>> = {
  kk: { ...cliKk, ...checkKk, ...debugKk },
  ru: { ...cliRu, ...checkRu, ...debugRu },
  en: { ...cliEn, ...checkEn, ...debugEn },
}

const isLanguage = (code: string): code is Language => Object.hasOwn(texts, code)

/**
 * Finds the language to speak: the one that is asked for, else that of the terminal, else Russian.
 *
 * @param environment `process.env`.
 * @returns Undefined when a language is asked for that there is not.
 */
export function findLanguage(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language | undefined {
  if (asked !== undefined) return isLanguage(asked) ? asked : undefined
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  const code = locale.slice(0, 2).toLowerCase()
  return isLanguage(code) ? code : 'ru'
}

/** Makes the function that finds the texts of the commands in a language. */
export const wordsOf = (language: Language): Translate =>
  createTranslate(texts[language] as Messages)
