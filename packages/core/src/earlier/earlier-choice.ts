/** What a visitor has told another banner, by the names that were used there. */
export interface EarlierChoice {
  /** Categories that were answered as a whole. */
  readonly categories: ReadonlyMap<string, boolean>
  /** Services that were answered. */
  readonly services: ReadonlyMap<string, boolean>
  /**
   * The categories that were accepted, at least in part, where refusals are not listed: any other that was
   * asked about was refused.
   */
  readonly accepted?: readonly string[]
  /** When, in milliseconds since the Unix epoch; undefined where the banner kept no time. */
  readonly at: number | undefined
}

/** Reads what a banner has kept; null for everything that is not surely an answer in force. */
export type ReadEarlier = (text: string, now: number) => EarlierChoice | null

const MOST_CHARACTERS = 8_000
const MOST_NAMES = 300

/**
 * Reads a cookie's value as an object in JSON, escaped or not. Whoever can set cookies can write anything
 * there, so what is too long, broken or of another kind is nothing.
 */
export function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  if (text.length > MOST_CHARACTERS) return null
  try {
    const value: unknown = JSON.parse(text.startsWith('{') ? text : decodeURIComponent(text))
    return typeof value === 'object' && !Array.isArray(value) ? (value as null) : null
  } catch {
    return null
  }
}

/** The texts in a list; null where it is no list, or has anything else in it. */
export function namesIn(list: unknown): readonly string[] | null {
  if (!Array.isArray(list) || list.length > MOST_NAMES) return null
  return list.every((name) => typeof name === 'string') ? list : null
}

/** Only true and false are answers: "false" as a text is none, and certainly no grant. */
export function answersIn(value: Readonly<Record<string, unknown>>): Map<string, boolean> {
  const entries = Object.entries(value).slice(0, MOST_NAMES)
  return new Map(
    entries.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
  )
}
