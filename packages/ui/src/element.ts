/** Makes an element of whatever kind a tree is made of: real ones here, Preact's in the preferences. */
export type Make<Node> = (
  tag: string,
  properties: Readonly<Record<string, unknown>> | null,
  ...children: (Node | string)[]
) => Node

/**
 * Makes a real element. Properties that are functions listen (`onClick`), all others are attributes;
 * children that are no nodes become text, never markup.
 */
export const element: Make<HTMLElement> = (tag, properties, ...children) => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(properties ?? {})) {
    // Of a handler that gives back false the browser takes it that the event is to be cancelled.
    const handler = (event: Event): void => void (value as (event: Event) => unknown)(event)
    if (typeof value === 'function') Object.assign(made, { [name.toLowerCase()]: handler })
    else made.setAttribute(name, `${value}`)
  }
  made.append(...children)
  return made
}

/**
 * Gives an element the attributes, texts and listeners of a fresh one of the same shape. It stays in its
 * place, so the focus stays too.
 */
export function renew(element: Element, fresh: Element): void {
  for (const { name, value } of fresh.attributes) element.setAttribute(name, value)
  const { onclick, onkeydown, onfocus, onpointerenter } = fresh as HTMLElement
  Object.assign(element, { onclick, onkeydown, onfocus, onpointerenter })
  fresh.childNodes.forEach((child, index) => {
    const own = element.childNodes[index]
    if (child instanceof Element) renew(own as Element, child)
    else if (own) own.textContent = child.textContent
  })
}
