import type { Messages } from '../../core/src/view.ts'

/** What goes into the placeholders of a text, by name; where a text has plural forms, `count` chooses. */
export type Values = Readonly<Record<string, unknown>>

/** Finds a text by key and fills in its placeholders. */
export type Translate = (key: string, values?: Values) => string

/**
 * Makes the function that turns keys into texts, as i18next would; plural forms are `translatePlural`'s.
 *
 * A key that has no text is taken for the text itself, and a placeholder that has no value stays as it
 * is. Values are put in as they are, so the result belongs into text nodes, never into markup.
 */
export const createTranslate =
  (texts: Messages): Translate =>
  (key, values = {}) =>
    `${typeof texts[key] === 'object' ? key : (texts[key] ?? key)}`.replace(
      /{{-?\s*(\w+)\s*}}/g,
      (placeholder, name) => `${values[name] ?? placeholder}`,
    )
