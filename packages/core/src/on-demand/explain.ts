import { ConsentError } from '../errors.ts'
import type { Options } from '../model/options.ts'
import { assertNames } from './assert-names.ts'
import { repairs } from './repairs.ts'

/**
 * Adds to a fault what was met, what it means and how to repair it. A choice that was not kept may have
 * names that cannot be kept; then that is the fault.
 *
 * @param subject What was met: an element, a text that names it, or the options of a choice.
 */
export function explain({ code, cause }: ConsentError, subject: unknown): ConsentError {
  if (code !== 'storage-blocked')
    return new ConsentError(code, met(subject) + repairs[code], { cause })
  try {
    assertNames(subject as Options)
  } catch (error) {
    if (error instanceof ConsentError) return error
  }
  return new ConsentError(code, repairs[code])
}

function met(subject: unknown): string {
  if (subject === undefined) return ''
  return subject instanceof Element ? describe(subject) : `"${String(subject)}". `
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
