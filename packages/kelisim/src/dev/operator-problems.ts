import type { Options } from '@kelisim/core'
import { type Problem, quote } from './problem.ts'

type Operator = NonNullable<Options['operator']>
type Field = keyof Operator

/** What the operator has to name under each profile; of a list in a list, one. docs/profiles.md has the sources. */
const required: Readonly<
  Record<NonNullable<Options['profile']>, readonly (readonly [Field, ...Field[]])[]>
> = {
  KZ: [['name'], ['bin', 'iin'], ['email']],
  RU: [['name'], ['inn'], ['email']],
  EU: [['name'], ['email']],
}

/**
 * Finds what is missing in the operator's particulars under the profile, and numbers that are mistyped. Who
 * names neither profile nor operator hears of that on the page.
 */
export function operatorProblems({ profile: given, operator }: Options): Problem[] {
  const profile = given ?? 'KZ'
  const fields = required[profile]
  if (!operator) {
    if (!given) return []
    const names = fields.map(([name]) => name).join(', ')
    return [{ path: ['operator'], code: 'operator-missing', values: { profile, names } }]
  }
  const missing = fields.flatMap(([name, ...others]): Problem[] => {
    if ([name, ...others].some((each) => operator[each])) return []
    return [{ path: ['operator', name], code: 'particular-missing', values: { profile } }]
  })
  return [...missing, ...numberProblems(operator)]
}

function numberProblems(operator: Operator): Problem[] {
  return (['bin', 'iin'] as const).flatMap((name) => {
    const number = operator[name]
    if (number === undefined || hasCheckDigit(number)) return []
    const values = { value: quote(number) }
    return [{ path: ['operator', name], code: 'wrong-check-digit', values }]
  })
}

const WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
// Weights for the second try, where the first leaves ten.
const SHIFTED = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]

/**
 * Tells whether the last digit of a БИН or ИИН follows from the others.
 *
 * @param number Twelve digits.
 *
 * Source: Government of Kazakhstan, decree 406 of 22.05.2007, and OECD, "Kazakhstan: information on tax
 * identification numbers".
 */
export function hasCheckDigit(number: string): boolean {
  const rest = (weights: readonly number[]): number =>
    weights.reduce((sum, weight, index) => sum + weight * Number(number[index]), 0) % 11
  const first = rest(WEIGHTS)
  const digit = first === 10 ? rest(SHIFTED) : first
  return digit === Number(number[11])
}
