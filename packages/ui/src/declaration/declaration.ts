/** What a table's cell says. */
export interface Cell {
  readonly text: string
  /** Where the text leads. */
  readonly href?: string | undefined
  /** True for a name as it stands in the browser. */
  readonly isName?: boolean
}

/** A table; the first column names the row. */
export interface Table {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** One category: its services, and what they keep. Tables without rows are left out. */
export interface Section {
  readonly title: string
  /** What the category is for, and that nothing is in it where that is so. */
  readonly paragraphs: readonly string[]
  readonly tables: readonly Table[]
}

/** All that a site uses, in the words of one language; the same for a page, for HTML and for Markdown. */
export interface Declaration {
  readonly language: string
  /** Who answers for it; none where the owner gives no name. */
  readonly operator: readonly Cell[]
  readonly sections: readonly Section[]
}
