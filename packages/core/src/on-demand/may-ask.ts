import type { Options } from '../model/options.ts'

// Where every copy of Kelisim keeps what it knows about its page.
const MEMORY = Symbol.for('kelisim')

/**
 * Tells whether this page may ask. In a frame of the site itself the page around it asks; in a foreign one
 * nobody is to be tricked into a click, unless the owner allows it.
 */
export function mayAsk({ framed }: Options): boolean {
  try {
    const top = window.top as { [MEMORY]?: { readonly owner?: object } } | null
    return top === window || !top?.[MEMORY]?.owner
  } catch {
    // The browser lets nobody look into a page of another site.
    return framed === 'allow'
  }
}
