import { ConsentError, type Messages, type Options } from '@kelisim/core'
import declarationEn from '@kelisim/locales/declaration.en.json'
import declarationKk from '@kelisim/locales/declaration.kk.json'
import declarationRu from '@kelisim/locales/declaration.ru.json'
import detailsEn from '@kelisim/locales/details.en.json'
import detailsKk from '@kelisim/locales/details.kk.json'
import detailsRu from '@kelisim/locales/details.ru.json'
import periodsEn from '@kelisim/locales/periods.en.json'
import periodsKk from '@kelisim/locales/periods.kk.json'
import periodsRu from '@kelisim/locales/periods.ru.json'
import noticeEn from '@kelisim/locales/notice.en.json'
import noticeKk from '@kelisim/locales/notice.kk.json'
import noticeRu from '@kelisim/locales/notice.ru.json'
import preferencesEn from '@kelisim/locales/preferences.en.json'
import preferencesKk from '@kelisim/locales/preferences.kk.json'
import preferencesRu from '@kelisim/locales/preferences.ru.json'
import { ownTexts } from '@kelisim/ui/words'

const CATALOGUES: Readonly<Record<string, readonly object[]>> = {
  kk: [noticeKk, preferencesKk, detailsKk, periodsKk, declarationKk],
  ru: [noticeRu, preferencesRu, detailsRu, periodsRu, declarationRu],
  en: [noticeEn, preferencesEn, detailsEn, periodsEn, declarationEn],
}

/**
 * Gives our texts of one language for documents that are made without a page. A language of the owner's own
 * is laid over the texts of the default one, as on a page.
 *
 * @throws {ConsentError} `bad-option` for a language that has neither texts of ours nor of the owner's.
 */
export function allTexts(options: Options, language: string): Messages {
  const { defaultLanguage = 'ru' } = options
  if (!CATALOGUES[language] && !ownTexts(options, language)) {
    const known = Object.keys(CATALOGUES).join(', ')
    throw new ConsentError(
      'bad-option',
      `language: there are no texts for "${language}"; write one of ${known}, or give its texts in \`texts\`.`,
    )
  }
  const found = CATALOGUES[language] ?? CATALOGUES[defaultLanguage] ?? CATALOGUES['ru']
  return Object.assign({}, ...(found ?? []).map((tree) => flat(tree)))
}

// The build flattens catalogues, tests read them as they lie.
function flat(tree: object, prefix = ''): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(tree).map(([key, value]) =>
      value instanceof Object ? flat(value, `${prefix}${key}.`) : { [prefix + key]: value },
    ),
  )
}
