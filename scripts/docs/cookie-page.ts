import { readFile } from 'node:fs/promises'

const page = new URL('../../docs/cookie.md', import.meta.url)
const grammar = new URL('../../packages/core/src/record/grammar.md', import.meta.url)

const MARK = /<!-- The rest is written by .* -->\n/

/**
 * Renders the page about the cookie: what is written by hand, then the grammar as it is beside the code.
 *
 * @returns Markdown.
 */
export async function renderCookiePage(): Promise<string> {
  const text = await readFile(page, 'utf8')
  const [mark = ''] = MARK.exec(text) ?? []
  const hand = text.slice(0, text.indexOf(mark) + mark.length)
  if (!mark)
    throw new Error('docs/cookie.md has lost the comment that ends what is written by hand.')
  return `${hand}\n${shared(await readFile(grammar, 'utf8'))}`
}

/** Leaves out the heading, and what names files that are beside the grammar only. */
function shared(text: string): string {
  const blocks = text.split(/\n\n(?![^`]*```\n)/)
  return `${blocks
    .filter((block) => !/^# |\]\(/.test(block))
    .join('\n\n')
    .trim()}\n`
}
