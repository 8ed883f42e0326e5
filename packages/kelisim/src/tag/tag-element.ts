import { page } from '@kelisim/core/page'

/**
 * Finds the script element that is running. Read past elements named `currentScript`, and checked to be
 * a script, because a page with user content may carry such an element.
 *
 * @returns Null for a module or an inlined copy.
 */
export function tagElement(): HTMLScriptElement | null {
  const { currentScript } = page
  if (currentScript instanceof HTMLScriptElement) return currentScript
  return page.documentElement.querySelector<HTMLScriptElement>('script[src*="/kelisim."]')
}
