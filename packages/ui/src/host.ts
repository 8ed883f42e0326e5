const MAX_RETURNS = 9

/** Where the interface lives on the page. */
export interface Host {
  readonly root: ShadowRoot
  /** Takes it off the page for good. */
  remove(): void
}

/**
 * Puts the interface's element onto the page, outside `<body>`, which some sites replace as a whole.
 *
 * @param onReturn Called when the page removed the element and it was put back.
 */
export function attachHost(css: string, onReturn: () => void): Host {
  // Elements of the page may carry the names of document's own methods.
  const host = Document.prototype.createElement.call(document, 'kelisim-view')
  const page = document.documentElement
  const root = host.attachShadow({ mode: 'open' })
  let returns = 0
  const observer = new MutationObserver(() => {
    // A page that insists on removing it wins: there is no endless duel.
    if (host.isConnected || returns++ > MAX_RETURNS) return
    page.append(host)
    onReturn()
  })
  adoptStyles(root, css)
  page.append(host)
  observer.observe(page, { childList: true })
  return {
    root,
    remove() {
      observer.disconnect()
      host.remove()
    },
  }
}

/** Adds a stylesheet in the way that every content security policy lets pass. */
export function adoptStyles(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  } catch {
    // Without it the interface is plain, but works.
  }
}
