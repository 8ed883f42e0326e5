import { type BoundFunctions, type queries, within } from '@testing-library/preact'

/** The interface's element on the page. */
export const hostOnPage = (): Element | null => document.querySelector('kelisim-view')

/** The root that the interface draws into. */
export function rootOnPage(): ShadowRoot {
  const root = hostOnPage()?.shadowRoot
  if (!root) throw new Error('The interface is not on the page.')
  return root
}

/** Finds things in the interface as `screen` does on a page. */
export const view = (): BoundFunctions<typeof queries> =>
  within(rootOnPage() as unknown as HTMLElement)
