import { ConsentError, type ErrorCode } from '../errors.ts'
import { repairs } from './repairs.ts'

/**
 * Makes the error for a fault, with what it means and how to repair it.
 *
 * @param subject What was met: an element, or a text that names it.
 */
export function explain(code: ErrorCode, subject: unknown, cause: unknown): ConsentError {
  const detail = subject instanceof Element ? describe(subject) : subject === undefined ? '' : `"${String(subject)}". `
  return new ConsentError(code, detail + repairs[code], { cause })
}

function describe(element: Element): string {
  const written = openingTag(element)
  const repaired = element.cloneNode() as Element
  if (element.localName !== 'script') return `${written}. `
  repaired.setAttribute('type', 'text/plain')
  return `${written} should be ${openingTag(repaired)}. `
}

const openingTag = (element: Element): string =>
  (element.cloneNode() as Element).outerHTML.replace(`</${element.localName}>`, '')
