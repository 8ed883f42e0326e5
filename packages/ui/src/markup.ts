import type { Make } from './element.ts'

/** A piece of HTML; a class of its own, so that no text is taken for it. */
export class Markup {
  constructor(readonly html: string) {}
}

/** Writes an element as HTML. What listens is left out, and texts are escaped. */
export const markup: Make<Markup> = (tag, properties, ...children) => {
  const attributes = Object.entries(properties ?? {})
    .filter(([, value]) => typeof value !== 'function')
    .map(([name, value]) => ` ${name}="${escaped(`${value}`)}"`)
  const inside = children.map((child) => (child instanceof Markup ? child.html : escaped(child)))
  return new Markup(`<${tag}${attributes.join('')}>${inside.join('')}</${tag}>`)
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' }

/** Escapes a text for the inside of an element and of an attribute in double quotes. */
export const escaped = (text: string): string =>
  text.replace(/[&<"]/g, (sign) => `${ENTITIES[sign]}`)
