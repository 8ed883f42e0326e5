/** Gives the keyboard to an element that the next drawing brings. */
export function focusSoon(id: string): void {
  setTimeout(() => focusField(id))
}

/** Gives the keyboard to the control with an id, and opens what it is folded into. */
export function focusField(id: string): void {
  const element = document.getElementById(id)
  for (let part = element; part; part = part.parentElement)
    if (part instanceof HTMLDetailsElement) part.open = true
  element?.focus()
  element?.scrollIntoView({ block: 'center' })
}
