import { ConsentError, type Options } from '@kelisim/core'
import { assertNames } from '@kelisim/core/assert-names'
import { resolveAsked } from '@kelisim/core/asked'
import { ownOptions } from '@kelisim/core/own-options'
import { ownStorage } from '@kelisim/core/own-storage'
import { declarationCss as css } from '@kelisim/ui/declaration/sheet'
import type { Declaration } from '@kelisim/ui/declaration/declaration'
import { describeDeclaration } from '@kelisim/ui/declaration/describe'
import { drawDeclaration } from '@kelisim/ui/declaration/draw'
import { HEADING } from '@kelisim/ui/declaration/heading-level'
import { markup } from '@kelisim/ui/markup'
import { markdownOf } from '@kelisim/ui/declaration/markdown'
import { createDialogWords } from '@kelisim/ui/dialog-words'
import { createWords } from '@kelisim/ui/words'
import { allTexts } from './document-texts.ts'
import { siteLink } from './site-link.ts'
import { assertOptions } from './dev/check-options.ts'

declare const __DEV__: boolean

/** How a declaration is put into its page. */
export interface DeclarationOptions {
  /** Level of the categories' headings: 2 to 6. @default 3 */
  readonly heading?: number
}

/**
 * Writes the table of all that a site uses as HTML, the same that `<kelisim-declaration>` shows: categories,
 * services, what each keeps and for how long. Everything in it is escaped.
 *
 * @param options What the site gives `createConsent`.
 * @param language `kk`, `ru`, `en`, or a language of your own `texts`.
 * @throws {ConsentError} for options that cannot work, and for a language without texts.
 */
export function declarationHtml(
  options: Options,
  language: string,
  { heading = HEADING }: DeclarationOptions = {},
): string {
  const level = assertHeading(heading)
  return drawDeclaration(describe(options, language), { make: markup, heading: level }).html
}

/**
 * The same as Markdown with tables, for sites that are made from such files.
 *
 * @throws {ConsentError} as `declarationHtml` does.
 */
export function declarationMarkdown(
  options: Options,
  language: string,
  { heading = HEADING }: DeclarationOptions = {},
): string {
  return markdownOf(describe(options, language), assertHeading(heading))
}

/**
 * The few rules that keep wide tables inside a narrow page, for the site's stylesheet. They have no weight:
 * whatever the site says of tables counts.
 */
export const declarationCss: string = css

function describe(given: Options, language: string): Declaration {
  if (__DEV__) assertOptions(given)
  else assertNames(given)
  const options = ownOptions(given)
  const texts = allTexts(options, language)
  const words = createDialogWords(options, createWords(options, language, texts), texts)
  return describeDeclaration(
    { options, asked: resolveAsked(options), own: ownStorage(options), link: siteLink },
    words,
  )
}

function assertHeading(level: number): number {
  if (Number.isInteger(level) && level >= 2 && level <= 6) return level
  throw new ConsentError('bad-option', `heading: ${level} is no level; write 2, 3, 4, 5 or 6.`)
}
