import type { Tab } from '../tab.ts'

/** Opens everything that is folded away in the preferences, as a search within the page does. */
export function unfoldAll(tab: Tab): Promise<void> {
  return tab.evaluate(() => {
    const root = document.querySelector('kelisim-view')?.shadowRoot
    for (const fold of root?.querySelectorAll('details') ?? []) fold.open = true
  })
}
