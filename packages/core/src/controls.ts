import { page } from './platform/page.ts'

/** What a control of the page may ask for: nothing here can grant, because markup can come from strangers. */
const CONTROLS = ['preferences', 'reject-all', 'withdraw'] as const

/**
 * Makes `data-kelisim="preferences | reject-all | withdraw"` work on any element, also on ones that come
 * later, and opens the preferences for the address `#kelisim-preferences`.
 *
 * @returns Undo.
 */
export function connectControls(
  act: (control: (typeof CONTROLS)[number], event?: Event) => void,
): () => void {
  const click = (event: Event): void => {
    const [target] = event.composedPath()
    const control = CONTROLS.find(
      // Taken from the prototype, because a form's field may be named "closest".
      (name) =>
        target instanceof Element &&
        Element.prototype.closest.call(target, `[data-kelisim=${name}]`),
    )
    if (!control) return
    event.preventDefault()
    act(control, event)
  }
  const look = (): void => {
    if (location.hash === '#kelisim-preferences') act('preferences')
  }
  page.addEventListener('click', click)
  addEventListener('hashchange', look)
  look()
  return () => {
    page.removeEventListener('click', click)
    removeEventListener('hashchange', look)
  }
}
