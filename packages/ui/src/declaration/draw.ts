import type { Make } from '../element.ts'
import type { Cell, Declaration, Section, Table } from './declaration.ts'

/** How a declaration stands in its page. */
export interface Drawing<Node> {
  /** Makes its elements: real ones, or their text. */
  readonly make: Make<Node>
  /** Level of the categories' headings: 2 to 6. */
  readonly heading: number
}

/** Draws a declaration. It has no looks of its own but those of the page. */
export function drawDeclaration<Node>(
  { language, operator, sections }: Declaration,
  { make, heading }: Drawing<Node>,
): Node {
  return make(
    'div',
    { class: 'kelisim-declaration', lang: language, dir: 'auto' },
    ...(operator[0] ? [make('p', null, ...operator.map((cell) => inline(cell, make)))] : []),
    ...sections.flatMap((section) => drawSection(section, { make, heading })),
  )
}

function drawSection<Node>(
  { title, paragraphs, tables }: Section,
  { make, heading }: Drawing<Node>,
): Node[] {
  return [
    make(`h${heading}`, null, title),
    ...paragraphs.map((text) => make('p', null, text)),
    ...tables.map((table) => drawTable(table, make)),
  ]
}

/** A table that is wider than the page scrolls by itself; so it has to take the focus. */
function drawTable<Node>({ caption, head, rows }: Table, make: Make<Node>): Node {
  const row = (cells: readonly Cell[]): Node =>
    make(
      'tr',
      null,
      ...cells.map((cell, index) =>
        index
          ? make('td', null, inline(cell, make))
          : make('th', { scope: 'row' }, inline(cell, make)),
      ),
    )
  return make(
    'div',
    { class: 'kelisim-table', role: 'group', 'aria-label': caption, tabindex: 0 },
    make(
      'table',
      null,
      make('caption', null, caption),
      make(
        'thead',
        null,
        make('tr', null, ...head.map((text) => make('th', { scope: 'col' }, text))),
      ),
      make('tbody', null, ...rows.map(row)),
    ),
  )
}

function inline<Node>({ text, href, isName }: Cell, make: Make<Node>): Node | string {
  if (href) return make('a', { href }, text)
  return isName ? make('code', null, text) : text
}
