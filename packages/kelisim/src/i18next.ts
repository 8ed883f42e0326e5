import type { Consent } from '../../core/src/consent.ts'
import { matchLanguage } from '../../core/src/model/language.ts'

/** What is used of an i18next instance. */
export interface I18nextTexts {
  readonly languages?: readonly string[] | undefined
  /** Not there before `init()`. */
  getResourceBundle?(language: string, namespace: string): unknown
}

/** What is used of an i18next instance to follow its language. */
export interface I18nextLanguage {
  readonly language?: string | undefined
  on(event: 'languageChanged', listener: (language: string) => void): unknown
  off(event: 'languageChanged', listener: (language: string) => void): unknown
}

/**
 * Takes texts from the page's own i18next instance. They win key by key over the built-in ones; a
 * namespace with every key adds a language.
 *
 * Bundles are read at each call, so they may arrive later. Plural forms and `{{placeholders}}`
 * work; nesting, context, formats and plugins of i18next are not applied.
 *
 * @param i18n An instance of i18next, or anything with `getResourceBundle`.
 * @param options.namespace The namespace that holds the texts. @default 'kelisim'
 * @returns A function for the option `texts`.
 *
 * @example
 * ```ts
 * import i18n from 'i18next'
 * import { createConsent } from 'kelisim'
 * import { followLanguage, i18nextTexts } from 'kelisim/i18next'
 *
 * i18n.addResourceBundle('en', 'kelisim', { notice: { title: 'Our cookies' } })
 * const consent = createConsent({ texts: i18nextTexts(i18n) })
 * followLanguage(consent, i18n)
 * consent.start()
 * ```
 */
export function i18nextTexts(
  i18n: I18nextTexts,
  { namespace = 'kelisim' }: { readonly namespace?: string } = {},
): (language: string) => Record<string, string> | undefined {
  return (language) => {
    const regional = (i18n.languages ?? []).filter((code) => matchLanguage([code], [language]))
    const texts = [language, ...regional]
      .map((code) => textsOf(i18n.getResourceBundle?.(code, namespace), ''))
      .find(({ length }) => length > 0)
    return texts && Object.fromEntries(texts)
  }
}

/**
 * Shows the interface in the language of the page's i18next instance, now and whenever it changes.
 *
 * @returns Undo: the interface stays in the language it has.
 */
export function followLanguage(
  consent: Pick<Consent, 'setLanguage'>,
  i18n: I18nextLanguage,
): () => void {
  const follow = (language: string): void => consent.setLanguage(language)
  if (i18n.language) follow(i18n.language)
  i18n.on('languageChanged', follow)
  return () => {
    i18n.off('languageChanged', follow)
  }
}

function textsOf(bundle: unknown, key: string): [string, string][] {
  if (typeof bundle === 'string') return [[key, bundle]]
  if (!bundle || typeof bundle !== 'object') return []
  return Object.entries(bundle).flatMap(([name, value]) =>
    textsOf(value, key ? `${key}.${name}` : name),
  )
}
