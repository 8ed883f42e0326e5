import { matchLanguage } from '../model/language.ts'
import type { Options } from '../model/options.ts'
import { page } from '../platform/page.ts'

/**
 * Finds the language to show: the code given, the owner's word, `<html lang>`, the path (`/kz/…`), the
 * browser's languages, the default.
 */
export function findLanguage(
  { language, languages = ['kk', 'ru', 'en'], defaultLanguage = 'ru' }: Options,
  code?: string,
): string {
  const wanted = [
    code,
    language,
    page.documentElement.lang,
    location.pathname.split('/')[1],
    ...navigator.languages,
    defaultLanguage,
  ]
  return matchLanguage(wanted, languages) ?? languages[0] ?? defaultLanguage
}
