const CSS = `
body { max-width: 720px; margin: 32px auto; padding: 0 24px; font: 15px/1.5 system-ui, sans-serif; color: #000; background: #fff }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 24px }
dt { color: #444 }
dd { margin: 0; overflow-wrap: anywhere }
@media print { button { display: none } }
`

interface PrintedPage {
  readonly language: string
  readonly title: string
  /** Label of the button that prints. */
  readonly print: string
  /** What is printed; copied. */
  readonly content: readonly Element[]
}

/**
 * Opens a page with nothing but the record, to be printed or kept. Made of elements and an adopted sheet, so
 * that it also works under a strict Content-Security-Policy, which the new page takes over.
 *
 * @returns False where the browser opens no window.
 */
export function openPrintPage({ language, title, print, content }: PrintedPage): boolean {
  const opened = open('', '_blank') as (Window & typeof globalThis) | null
  if (!opened) return false
  const { document: sheetPage } = opened
  const sheet = new opened.CSSStyleSheet()
  const heading = sheetPage.createElement('h1')
  const button = sheetPage.createElement('button')
  sheet.replaceSync(CSS)
  sheetPage.adoptedStyleSheets = [sheet]
  sheetPage.documentElement.lang = language
  sheetPage.title = heading.textContent = title
  button.textContent = print
  button.onclick = () => opened.print()
  const copies = content.map((element) => sheetPage.importNode(element, true))
  sheetPage.body.replaceChildren(heading, ...copies, button)
  return true
}
