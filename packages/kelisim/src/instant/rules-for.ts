const LAYOUTS = ['bar', 'center', 'inline']
const BLOCK = /@media[^{]*\{(?:[^{}]*\{[^}]*\})*\}|[^{}]*\{[^}]*\}/g

/**
 * Leaves out what a stylesheet says of other layouts: every byte of an instant notice stands in every page.
 *
 * @param css Rules without comments, and media queries around such rules.
 */
export function rulesFor(layout: string, css: string): string {
  const others = LAYOUTS.filter((each) => each !== layout).join('|')
  const isOther = RegExp(
    `^(@media[^{]*{)?\\s*(\\.(${others})\\b|:host\\(kelisim-(${others})|[^{]*:not\\([^)]*\\.${layout}\\b)`,
  )
  return (css.match(BLOCK) ?? []).filter((block) => !isOther.test(block.trim())).join('')
}
