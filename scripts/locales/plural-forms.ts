const PLURAL_KEY = /^(.+)_(zero|one|two|few|many|other)$/

/** Splits a key into its name and its plural form, if it has one. */
export function splitPlural(key: string): { readonly name: string; readonly form?: string } {
  const [, name, form] = PLURAL_KEY.exec(key) ?? []
  return name && form ? { name, form } : { name: key }
}

/**
 * Lists the plural forms that a language has, sorted.
 *
 * @returns Undefined for a code that is not a language known here.
 */
export function pluralFormsOf(language: string): string[] | undefined {
  try {
    if (Intl.PluralRules.supportedLocalesOf(language).length === 0) return undefined
    return [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort()
  } catch {
    return undefined
  }
}
