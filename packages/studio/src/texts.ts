import noticeEn from '@kelisim/locales/notice.en.json'
import noticeKk from '@kelisim/locales/notice.kk.json'
import noticeRu from '@kelisim/locales/notice.ru.json'
import preferencesEn from '@kelisim/locales/preferences.en.json'
import preferencesKk from '@kelisim/locales/preferences.kk.json'
import preferencesRu from '@kelisim/locales/preferences.ru.json'
import { createTranslate, type Translate } from '@kelisim/ui/translate'
import fieldsEn from './texts/fields.en.json'
import fieldsKk from './texts/fields.kk.json'
import fieldsRu from './texts/fields.ru.json'
import studioEn from './texts/studio.en.json'
import studioKk from './texts/studio.kk.json'
import studioRu from './texts/studio.ru.json'

/** Finds a text by key and fills in its placeholders. */
export type Say = Translate

/** The languages of Studio, which are those of Kelisim. */
export const LANGUAGES = ['kk', 'ru', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

type Texts = Readonly<Record<string, string>>

/** What visitors read unless the owner says it otherwise, by language and key. */
export const visitorTexts: Readonly<Record<Language, Texts>> = {
  kk: { ...flat(noticeKk), ...flat(preferencesKk) },
  ru: { ...flat(noticeRu), ...flat(preferencesRu) },
  en: { ...flat(noticeEn), ...flat(preferencesEn) },
}

/** What owners read, by language and key. */
export const ownerTexts: Readonly<Record<Language, Texts>> = {
  kk: { ...flat(studioKk), ...flat(fieldsKk) },
  ru: { ...flat(studioRu), ...flat(fieldsRu) },
  en: { ...flat(studioEn), ...flat(fieldsEn) },
}

/** The texts for owners in one language. */
export const sayIn = (language: Language): Say => createTranslate(ownerTexts[language])

/** Narrows a word to a language of ours. */
export const isLanguage = (word: unknown): word is Language =>
  LANGUAGES.some((language) => language === word)

// The build has compiled the catalogues, whatever their files look like.
function flat(catalogue: object): Texts {
  return catalogue as Texts
}
