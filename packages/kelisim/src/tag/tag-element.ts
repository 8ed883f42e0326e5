import { page } from '@kelisim/core/page'

/**
 * Finds the script element that is running. Read past elements named `currentScript`, and checked to be
 * a script, because a page with user content may carry such an element.
 *
 * @returns Null for an inlined copy.
 */
export function tagElement(): HTMLScriptElement | null {
  const { currentScript } = page
  return currentScript instanceof HTMLScriptElement
    ? currentScript
    : page.querySelector('script[src*="/kelisim."]')
}
