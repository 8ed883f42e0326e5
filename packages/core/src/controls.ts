// What a control of the page may ask for: nothing here can grant, because markup can come from strangers.
const CONTROLS = ['preferences', 'withdraw', 'reject-all'] as const

/**
 * Makes `data-kelisim="preferences | reject-all | withdraw"` work on any element, also on ones that come
 * later, and opens the preferences for the address `#kelisim-preferences`.
 *
 * @param life Ends it.
 */
export function connectControls(
  act: (control: (typeof CONTROLS)[number], event?: Event) => void,
  life: AddEventListenerOptions,
): void {
  const look = (): void => {
    if (location.hash === '#kelisim-preferences') act('preferences')
  }
  addEventListener(
    'click',
    (event): void => {
      const [target] = event.composedPath()
      for (const name of CONTROLS) {
        // Taken from the prototype, because a form's field may be named "closest".
        if (
          target instanceof Element &&
          Element.prototype.closest.call(target, `[data-kelisim=${name}]`)
        ) {
          event.preventDefault()
          return act(name, event)
        }
      }
    },
    life,
  )
  addEventListener('hashchange', look, life)
  look()
}
