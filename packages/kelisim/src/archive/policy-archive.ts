import type { ConsentRecord, LocalText, Options } from '@kelisim/core'

/** A text with its hash, as `shownSha256` of a record has it: SHA-256 of its UTF-8, in hexadecimal. */
export interface ArchivedText {
  readonly text: string
  readonly sha256: string
}

/** What the first layer said, and when. */
export interface ArchivedBanner extends ArchivedText {
  /** Categories that were asked about. */
  readonly asked: readonly string[]
  /** Version that the visitor had answered before; null for a first question, empty where it had no name. */
  readonly after: string | null
}

/** What the preferences said to whoever had not answered yet, with all folds closed. */
export interface ArchivedPreferences extends ArchivedText {
  /** The same in pieces, as they follow one another. */
  readonly lines: readonly string[]
}

/** One language of a version. */
export interface ArchivedLanguage {
  /** The policy as the owner wrote it; missing where it was not given in this language. */
  readonly policy?: ArchivedText
  readonly banners: readonly ArchivedBanner[]
  readonly preferences: ArchivedPreferences
  /** The table of all that was used, as HTML. */
  readonly declaration: string
}

/** One version of a policy, as `policy/<version>.json` keeps it. */
export interface PolicyArchive {
  /** Version of this shape. */
  readonly schema: 1
  readonly version: string
  readonly url: string
  readonly summary: LocalText | null
  /** Version of Kelisim that the banner was drawn by. */
  readonly kelisim: string
  readonly operator: Options['operator'] | null
  /** Per category the hash of what was asked, as records and the cookie have it. */
  readonly asked: Readonly<Record<string, string>>
  readonly languages: Readonly<Record<string, ArchivedLanguage>>
}

/**
 * Finds the text that was on the screen when a record was made, by its hash.
 *
 * @returns Undefined where the record is of another version, or was answered in the preferences after an
 *   earlier answer or with something unfolded: then that is in the text, too.
 */
export function shownText(
  { languages }: PolicyArchive,
  { language, shownSha256 }: Pick<ConsentRecord, 'language' | 'shownSha256'>,
): string | undefined {
  if (!shownSha256) return undefined
  const { banners, preferences } = languages[language] ?? {}
  return [...(banners ?? []), preferences].find((each) => each?.sha256 === shownSha256)?.text
}
