/** What is held: only elements of these kinds, which have no named properties that could hide their own. */
export const HELD =
  'script[type="text/plain"][data-category],template[data-category],iframe[data-category]:not([src])'
