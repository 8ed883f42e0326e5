import type { Shell } from '@kelisim/ui/shell'

/**
 * Stands in for Preact in the preferences' file of the script tag: the notice's file lends its own, so
 * that it is fetched once, from whatever address the notice came.
 */
export let h: Shell['preact']['h']
export let render: Shell['preact']['render']

/** Takes the loan; before anything is drawn. */
export function borrow(preact: Shell['preact']): void {
  ;({ h, render } = preact)
}
