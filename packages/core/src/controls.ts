import { page } from './platform/page.ts'

const HASH = '#kelisim-preferences'

/** What a control of the page may do: nothing here can grant, because markup can come from strangers. */
export const CONTROLS = ['preferences', 'reject-all', 'withdraw'] as const

/**
 * Makes `data-kelisim="preferences | reject-all | withdraw"` work on any element, also on ones that come
 * later, and opens the preferences for the address `#kelisim-preferences`.
 *
 * @returns Undo.
 */
export function connectControls(act: (control: (typeof CONTROLS)[number], event: Event) => void): () => void {
  const click = (event: Event): void => {
    const target = event.composedPath()[0]
    // Taken from the prototype, because a form's field may be named "closest".
    const element = target instanceof Element && Element.prototype.closest.call(target, '[data-kelisim]')
    const control = CONTROLS.find((name) => element && element.getAttribute('data-kelisim') === name)
    if (!control) return
    event.preventDefault()
    act(control, event)
  }
  const look = (event: Event): void => {
    if (location.hash === HASH) act('preferences', event)
  }
  page.addEventListener('click', click)
  addEventListener('hashchange', look)
  if (location.hash === HASH) act('preferences', new Event('hashchange'))
  return () => {
    page.removeEventListener('click', click)
    removeEventListener('hashchange', look)
  }
}
