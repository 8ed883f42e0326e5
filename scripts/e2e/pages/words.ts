import adminEn from '../../../packages/locales/src/admin.en.json' with { type: 'json' }
import adminKk from '../../../packages/locales/src/admin.kk.json' with { type: 'json' }
import adminRu from '../../../packages/locales/src/admin.ru.json' with { type: 'json' }
import detailsEn from '../../../packages/locales/src/details.en.json' with { type: 'json' }
import detailsKk from '../../../packages/locales/src/details.kk.json' with { type: 'json' }
import detailsRu from '../../../packages/locales/src/details.ru.json' with { type: 'json' }
import receiptEn from '../../../packages/locales/src/receipt.en.json' with { type: 'json' }
import receiptKk from '../../../packages/locales/src/receipt.kk.json' with { type: 'json' }
import receiptRu from '../../../packages/locales/src/receipt.ru.json' with { type: 'json' }
import periodsEn from '../../../packages/locales/src/periods.en.json' with { type: 'json' }
import periodsKk from '../../../packages/locales/src/periods.kk.json' with { type: 'json' }
import periodsRu from '../../../packages/locales/src/periods.ru.json' with { type: 'json' }
import declarationEn from '../../../packages/locales/src/declaration.en.json' with { type: 'json' }
import declarationKk from '../../../packages/locales/src/declaration.kk.json' with { type: 'json' }
import declarationRu from '../../../packages/locales/src/declaration.ru.json' with { type: 'json' }
import noticeEn from '../../../packages/locales/src/notice.en.json' with { type: 'json' }
import noticeKk from '../../../packages/locales/src/notice.kk.json' with { type: 'json' }
import noticeRu from '../../../packages/locales/src/notice.ru.json' with { type: 'json' }
import placeholdersEn from '../../../packages/locales/src/placeholders.en.json' with { type: 'json' }
import placeholdersKk from '../../../packages/locales/src/placeholders.kk.json' with { type: 'json' }
import placeholdersRu from '../../../packages/locales/src/placeholders.ru.json' with { type: 'json' }
import preferencesEn from '../../../packages/locales/src/preferences.en.json' with { type: 'json' }
import preferencesKk from '../../../packages/locales/src/preferences.kk.json' with { type: 'json' }
import preferencesRu from '../../../packages/locales/src/preferences.ru.json' with { type: 'json' }
import upcomingEn from '../../../packages/locales/src/upcoming.en.json' with { type: 'json' }
import upcomingKk from '../../../packages/locales/src/upcoming.kk.json' with { type: 'json' }
import upcomingRu from '../../../packages/locales/src/upcoming.ru.json' with { type: 'json' }

export const LANGUAGES = ['kk', 'ru', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const CATALOGUES: Readonly<Record<Language, readonly object[]>> = {
  kk: [
    noticeKk,
    preferencesKk,
    placeholdersKk,
    detailsKk,
    receiptKk,
    periodsKk,
    adminKk,
    declarationKk,
    upcomingKk,
  ],
  ru: [
    noticeRu,
    preferencesRu,
    placeholdersRu,
    detailsRu,
    receiptRu,
    periodsRu,
    adminRu,
    declarationRu,
    upcomingRu,
  ],
  en: [
    noticeEn,
    preferencesEn,
    placeholdersEn,
    detailsEn,
    receiptEn,
    periodsEn,
    adminEn,
    declarationEn,
    upcomingEn,
  ],
}

/**
 * A text of the catalogues, as a person reads it.
 *
 * @param key Path in the catalogue, such as `notice.accept`.
 * @param values What goes into the placeholders.
 * @throws {Error} When the catalogues have no such text.
 */
export function say(
  language: Language,
  key: string,
  values: Readonly<Record<string, string>> = {},
): string {
  const found = CATALOGUES[language].map((catalogue) => textAt(catalogue, key)).find(Boolean)
  if (!found) throw new Error(`No text "${key}" in "${language}".`)
  return found.replace(/{{(\w+)}}/g, (placeholder, name: string) => values[name] ?? placeholder)
}

function textAt(catalogue: object, key: string): string | undefined {
  const step = (node: unknown, name: string) =>
    (node as Record<string, unknown> | undefined)?.[name]
  const found = key.split('.').reduce<unknown>(step, catalogue)
  return typeof found === 'string' ? found : undefined
}

/** A button by the key of its text. */
export function button(key: string, language: Language = 'ru') {
  return { role: 'button', name: say(language, key) } as const
}

/** The notice, by its name. */
export function notice(language: Language = 'ru') {
  return { role: 'region', name: say(language, 'notice.title') } as const
}

/** The preferences, by their name. */
export function dialog(language: Language = 'ru') {
  return { role: 'dialog', name: say(language, 'preferences.title') } as const
}

/** The switch of a category. */
export function toggle(category: string, language: Language = 'ru') {
  return { role: 'switch', name: say(language, `category.${category}`) } as const
}

/** The offer to reload, by its name. */
export function reloadOffer(language: Language = 'ru') {
  return { role: 'region', name: say(language, 'reload.body') } as const
}

/** The round control that opens the preferences again. */
export function reopenControl(language: Language = 'ru') {
  return button('reopen', language)
}
