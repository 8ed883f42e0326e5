import type { Cell, Declaration, Table } from './declaration.ts'

/**
 * Writes a declaration as Markdown with tables (GitHub Flavored Markdown). Nothing in it is taken for markup.
 *
 * @param heading Level of the categories' headings: 2 to 6.
 */
export function markdownOf({ operator, sections }: Declaration, heading: number): string {
  const blocks = [
    operator.map(inline).join(' '),
    ...sections.flatMap(({ title, paragraphs, tables }) => [
      `${'#'.repeat(heading)} ${escape(title)}`,
      ...paragraphs.map(escape),
      ...tables.flatMap((table) => [`**${escape(table.caption)}**`, tableOf(table)]),
    ]),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

function tableOf({ head, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    line(head.map(escape)),
    line(head.map(() => '---')),
    ...rows.map((cells) => line(cells.map(inline))),
  ].join('\n')
}

function inline({ text, href, isName }: Cell): string {
  if (href) return `[${escape(text)}](<${href.replace(/[<>\\\s]/g, encodeURIComponent)}>)`
  // What has none of the signs that end a code span or a cell can stand in one.
  return isName && /^[\w.*:~-]+$/.test(text) ? `\`${text}\`` : escape(text)
}

// Some signs mean something anywhere, others at the start of a line only.
// Source: CommonMark 0.31.2, section 2.4.
function escape(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~&]|^[#+=-]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}
