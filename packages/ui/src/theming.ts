/** Custom properties that a page may set on `:root`. What is left out follows from the others. */
export const TOKENS = [
  '--kelisim-surface',
  '--kelisim-text',
  '--kelisim-accent',
  '--kelisim-on-accent',
  '--kelisim-solid',
  '--kelisim-on-solid',
  '--kelisim-muted',
  '--kelisim-line',
  '--kelisim-raised',
  '--kelisim-radius',
  '--kelisim-font',
] as const

/**
 * Names for `::part()` on the elements `kelisim-view` and `kelisim-placeholder`. Accept and Reject share one: neither can be made
 * louder than the other.
 */
export const PARTS = [
  'notice',
  'text',
  'choice',
  'more',
  'languages',
  'dialog',
  'category',
  'service',
  'switch',
  'close',
  'record',
  'withdraw',
  'statement',
  'operator',
  'receipt',
  'download',
  'print',
  'history',
  'request',
  'embed',
  'load',
] as const
