import adminEn from '../../../locales/src/admin.en.json' with { type: 'json' }
import adminKk from '../../../locales/src/admin.kk.json' with { type: 'json' }
import adminRu from '../../../locales/src/admin.ru.json' with { type: 'json' }
import noticeEn from '../../../locales/src/notice.en.json' with { type: 'json' }
import noticeKk from '../../../locales/src/notice.kk.json' with { type: 'json' }
import noticeRu from '../../../locales/src/notice.ru.json' with { type: 'json' }
import receiptEn from '../../../locales/src/receipt.en.json' with { type: 'json' }
import receiptKk from '../../../locales/src/receipt.kk.json' with { type: 'json' }
import receiptRu from '../../../locales/src/receipt.ru.json' with { type: 'json' }
import { createTranslate, type Translate } from '../../../ui/src/translate.ts'

export const LANGUAGES = ['kk', 'ru', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The page's texts in one language. */
export interface Words {
  readonly language: Language
  readonly say: Translate
  /** The name of something that records name by a key; what has no name is shown as it is. */
  readonly nameOf: (group: 'category' | 'language' | 'receipt.event', id: string) => string
  readonly number: (value: number) => string
}

// The build compiles each catalogue to texts by flat key.
const CATALOGUES: Readonly<Record<Language, readonly object[]>> = {
  kk: [noticeKk, receiptKk, adminKk],
  ru: [noticeRu, receiptRu, adminRu],
  en: [noticeEn, receiptEn, adminEn],
}

/** Puts the texts of one language together. */
export function createWords(language: Language): Words {
  const texts: Record<string, string> = Object.assign({}, ...CATALOGUES[language])
  const say = createTranslate(texts)
  const numbers = new Intl.NumberFormat(language)
  return {
    language,
    say,
    nameOf(group, id) {
      const key = `${group}.${id}`
      return Object.hasOwn(texts, key) ? say(key) : id
    },
    number: (value) => numbers.format(value),
  }
}

/** The first of the browser's languages that the page speaks; Russian where there is none. */
export const languageOf = (preferred: readonly string[]): Language =>
  preferred
    .map((tag) => LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language))
    .find((language) => language !== undefined) ?? 'ru'
