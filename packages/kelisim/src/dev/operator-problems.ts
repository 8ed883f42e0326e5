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

const reasons: Partial<Readonly<Record<Field, string>>> = {
  bin: 'the БИН, or as `iin` the ИИН, is part of the consent (Law 94-V of Kazakhstan, article 8(4))',
  inn: 'the ИНН tells which operator it is',
  email: 'visitors have to be able to ask and to withdraw',
}

/**
 * Finds what is missing in the operator's particulars under the profile, and numbers that are mistyped. Who
 * names neither profile nor operator hears of that on the page.
 */
export function operatorProblems({ profile, operator }: Options): Problem[] {
  const fields = required[profile ?? 'KZ']
  if (!operator) {
    if (!profile) return []
    const names = fields.map(([name]) => name).join(', ')
    return [
      {
        path: ['operator'],
        what: `is missing under the profile ${profile}`,
        repair: `give it ${names}`,
      },
    ]
  }
  const missing = fields.flatMap(([name, ...others]): Problem[] => {
    if ([name, ...others].some((each) => operator[each])) return []
    const what = `is missing under the profile ${profile ?? 'KZ'}`
    const reason = reasons[name]
    return [{ path: ['operator', name], what, repair: `add it${reason ? `: ${reason}` : ''}` }]
  })
  return [...missing, ...numberProblems(operator)]
}

function numberProblems(operator: Operator): Problem[] {
  return (['bin', 'iin'] as const).flatMap((name) => {
    const number = operator[name]
    if (number === undefined || hasCheckDigit(number)) return []
    const repair = 'compare it with the certificate of registration'
    return [
      {
        path: ['operator', name],
        what: `${quote(number)} is mistyped, its last digit does not fit`,
        repair,
      },
    ]
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
