/** Level of the categories' headings where nothing else is said: below a heading of the policy's own. */
export const HEADING = 3

/** Reads from the element which level its headings have: `data-heading="2"`. */
export function headingLevel(element: Element): number {
  const level = Number(element.getAttribute('data-heading'))
  return level >= 2 && level <= 6 && Number.isInteger(level) ? level : HEADING
}
