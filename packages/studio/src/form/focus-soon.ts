/** Gives the keyboard to an element that the next drawing brings. */
export function focusSoon(id: string): void {
  setTimeout(() => focusField(id))
}

/** Finds the control for an id, or the first of those within it; null where there is none. */
export const findField = (id: string): HTMLElement | null =>
  document.getElementById(id) ?? document.querySelector(`[id^="${CSS.escape(id)}."]`)

/** Gives the keyboard to the control for an id, and opens what it is folded into. */
export function focusField(id: string): void {
  const element = findField(id)
  for (let part = element; part; part = part.parentElement)
    if (part instanceof HTMLDetailsElement) part.open = true
  element?.focus()
  element?.scrollIntoView({ block: 'center' })
}
