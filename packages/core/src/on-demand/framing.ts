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
