import { ConsentError } from '../errors.ts'
import { resolveAsked } from '../model/asked.ts'
import type { Options } from '../model/options.ts'
import { decide } from './decide.ts'
import { encode, underGpc } from './encode.ts'
import { uuidv7 } from './identity.ts'

export { cookieName } from '../record/cookie-name.ts'

// A test's choice needs no chance, and the same one every time is easier to compare.
const ZEROS = '0'.repeat(24)

/**
 * Makes the cookie's value for a choice under these options, without a page.
 *
 * @param choice What is allowed: everything, nothing, or these categories.
 * @throws {ConsentError} `unknown-category`: the message lists the known names.
 */
export function choiceValue(
  options: Options,
  choice: 'all' | 'none' | readonly string[],
): { readonly value: string; readonly expiresAt: number } {
  const asked = resolveAsked(options)
  const ids = [...asked.categories.keys()]
  const allowed = choice === 'all' ? ids : choice === 'none' ? [] : choice
  for (const id of allowed) {
    if (!ids.includes(id))
      throw new ConsentError('unknown-category', `"${id}" (known: ${ids.join(', ')})`)
  }
  const at = Math.floor(Date.now() / 1e3) * 1e3
  const days = options.cookie?.expiresAfterDays ?? 365
  const answers = { categories: Object.fromEntries(ids.map((id) => [id, allowed.includes(id)])) }
  const value = encode({
    ...decide(null, answers, asked),
    consentId: uuidv7(at, ZEROS),
    secret: ZEROS,
    firstAt: at,
    at,
    days,
    yielding: underGpc(asked),
    policyVersion: options.policy?.version ?? '',
    language: options.defaultLanguage ?? 'ru',
    method: 'api',
  })
  return { value, expiresAt: at + Math.floor(days) * 864e5 }
}
