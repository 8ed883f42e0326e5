/**
 * Gives the keyboard to what an embed shows, once it is opened, because the button that was pressed is gone.
 * If the visitor has moved on in the meantime, nothing happens.
 */
export function focusWhenOpen(element: HTMLElement): void {
  const observer = new MutationObserver(() => {
    const opened = openedBy(element)
    if (!opened) return
    observer.disconnect()
    if (document.activeElement && document.activeElement !== document.body) return
    // What takes no focus of its own gets it this once.
    if (opened.tabIndex < 0) opened.tabIndex = -1
    opened.focus({ preventScroll: true })
  })
  observer.observe(element, { attributeFilter: ['src'] })
  if (element.parentNode) observer.observe(element.parentNode, { childList: true })
}

function openedBy(element: HTMLElement): HTMLElement | null {
  if (!(element instanceof HTMLTemplateElement)) return element.hasAttribute('src') ? element : null
  const next = element.nextElementSibling
  if (element.content.firstChild || !(next instanceof HTMLElement)) return null
  return next.matches('iframe') ? next : (next.querySelector('iframe') ?? next)
}
