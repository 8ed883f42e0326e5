import type { Messages } from '../../core/src/view.ts'

/** What goes into the placeholders of a text, by name; `count` also chooses the plural form. */
export type Values = Readonly<Record<string, string | number>>

/** Finds a text by key and fills in its placeholders. */
export type Translate = (key: string, values?: Values) => string

/**
 * Makes the function that turns keys into texts of one language, as i18next would.
 *
 * A key that has no text comes back as it is, and so does a placeholder that has no value. Values
 * are put in as they are, so the result belongs into text nodes, never into markup.
 *
 * @param language Code that chooses the plural form; where that is not there, `_other` is taken.
 * @param messages Texts of the catalogue.
 * @param overrides The owner's texts; they win key by key.
 */
export function createTranslate(
  language: string,
  messages: Messages,
  overrides?: Messages,
): Translate {
  return (key, values = {}) => {
    const count = own(values, 'count')
    const names =
      typeof count === 'number' ? [`${key}_${form(language, count)}`, `${key}_other`, key] : [key]
    const text = [overrides, messages]
      .flatMap((table) => names.map((name) => own(table, name)))
      .find((found) => found != null)
    return String(text ?? key).replace(/{{-?\s*(\w+)\s*}}/g, (placeholder, name) =>
      String(own(values, name) ?? placeholder),
    )
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

// Texts come from the page, and some old libraries extend Object.prototype.
function own(table: object | null | undefined, name: string): unknown {
  return table && Object.hasOwn(table, name) ? table[name as keyof typeof table] : undefined
}
