import type { Options } from '../model/options.ts'
import { pageMemory } from '../platform/page-memory.ts'

/** Where the page is shown: by itself, in a frame of its own site, or in a frame of another one. */
export type Framing = 'none' | 'own' | 'foreign'

/** Finds out whether the page is framed, and by whom. */
export function framing(): Framing {
  if (window.top === window) return 'none'
  try {
    return window.top?.location.origin === location.origin ? 'own' : 'foreign'
  } catch {
    return 'foreign'
  }
}

/**
 * Tells whether this page may ask. In a frame of the site itself the page around it asks; in a foreign one
 * nobody is to be tricked into a click, unless the owner allows it.
 */
export function mayAsk({ framed }: Options): boolean {
  const where = framing()
  if (where === 'foreign') return framed === 'allow'
  return where === 'none' || !pageMemory(window.top ?? window).owner
}
