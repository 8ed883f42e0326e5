import { Engine } from 'php-parser'
import { type DefaultTreeAdapterTypes as Html, parseFragment } from 'parse5'
import type { GuideBlock } from './guide-blocks.ts'

/** An element of a block, by its attributes. */
export interface BlockElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

const LANGUAGES: readonly string[] = ['html', 'php', 'astro']

/** Whether a block brings markup into a page. */
export const hasMarkup = ({ language }: GuideBlock): boolean => LANGUAGES.includes(language)

/**
 * The markup that a block brings into a page.
 *
 * @throws {SyntaxError} For PHP that cannot be parsed.
 */
export function markupOf({ language, text, where }: GuideBlock): string {
  if (language === 'php') return markupOfPhp(text, where)
  // What is between the dashes is code.
  return language === 'astro' ? text.replace(/^---\n.*?\n---\n/s, '') : text
}

/** What PHP prints as it stands: text outside of code, and strings that are markup. */
function markupOfPhp(text: string, where: string): string {
  const parser = new Engine({ parser: { suppressErrors: false }, ast: { withPositions: false } })
  const printed: string[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { kind, value } = node as { kind?: unknown; value?: unknown }
    const isText = kind === 'inline' || kind === 'string' || kind === 'nowdoc'
    if (isText && typeof value === 'string' && value.includes('<')) printed.push(value)
    Object.values(node).forEach(visit)
  }
  visit(parser.parseCode(text, where))
  return printed.join('\n')
}

/** The elements of some markup, those in templates too. */
export function elementsOf(markup: string): readonly BlockElement[] {
  return walk(parseFragment(markup))
}

function walk(node: Html.Node): readonly BlockElement[] {
  const content = 'content' in node ? [node.content] : []
  const children = 'childNodes' in node ? node.childNodes : []
  const below = [...content, ...children].flatMap(walk)
  if (!('tagName' in node)) return below
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
  return [{ name: node.tagName, attributes }, ...below]
}

/** Whether an element is our tag. */
export const isTag = ({ name, attributes }: BlockElement): boolean =>
  name === 'script' && (attributes['src'] ?? '').endsWith('/kelisim.js')
