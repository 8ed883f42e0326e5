import type { Preact } from '@kelisim/ui/shell'

/**
 * Stands in for Preact in the preferences' file of the script tag, which is lent the one on the page, so
 * that it is fetched once, whatever address it came from.
 */
export let h: Preact['h']
export let render: Preact['render']

/** Takes the loan; before anything is drawn. */
export function borrow(preact: Preact): void {
  ;({ h, render } = preact)
}
