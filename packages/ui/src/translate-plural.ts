import type { Messages } from '../../core/src/view.ts'
import type { Translate } from './translate.ts'

/**
 * Adds plural forms to a look-up, as i18next has them: a number in `count` chooses the form.
 *
 * @param language Code that chooses the form; where that is not there, `_other` is taken.
 * @param tables Texts by key, the owner's before ours.
 * @param translate Fills in the placeholders of the text that was found.
 */
export function createTranslatePlural(
  language: string,
  tables: readonly (Messages | undefined)[],
  translate: Translate,
): Translate {
  return (key, values = {}) => {
    const { count } = values
    if (typeof count !== 'number') return translate(key, values)
    const names = [`${key}_${form(language, count)}`, `${key}_other`, key]
    const name = tables.flatMap((table) => names.filter((each) => table?.[each] != null))[0]
    return translate(name ?? key, values)
  }
}

function form(language: string, count: number): string {
  try {
    return new Intl.PluralRules(language).select(count)
  } catch {
    // The runtime may not take the code of an owner's language; every language has `other`.
    return 'other'
  }
}
