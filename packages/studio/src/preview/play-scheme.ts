const QUERY = /\(prefers-color-scheme: ?(light|dark)\)/g

/**
 * Lets the page believe that its visitor prefers light or dark colours. Not every browser takes that from
 * the element of a frame, so what stylesheets ask is answered in their texts.
 */
export function playScheme(scheme: 'light' | 'dark'): void {
  const { dataset, style } = document.documentElement
  dataset['scheme'] = scheme
  style.colorScheme = scheme
  const { replaceSync } = CSSStyleSheet.prototype
  CSSStyleSheet.prototype.replaceSync = function (text) {
    const answer = (_: string, asked: string): string => (asked === scheme ? 'all' : 'not all')
    replaceSync.call(this, text.replace(QUERY, answer))
  }
}
