import type { Translate } from '@kelisim/ui/translate'
import type { Problem, ProblemCode } from './problem.ts'
import { resolve, type Schema, takesFunction } from './schema.ts'

/** Which repair each problem has; those that are not listed are repaired by writing what is wanted. */
const repairOf: Readonly<Partial<Record<ProblemCode, string>>> = {
  empty: 'writeOrLeave',
  'too-long': 'atMost',
  'too-many': 'atMost',
  missing: 'add',
  'unknown-option': 'known',
  'similar-option': 'near',
  getter: 'value',
  'odd-name': 'remove',
  'too-deep': 'leave',
  'too-much': 'less',
  'huge-list': 'less',
  'mixed-alphabets': 'oneAlphabet',
  'operator-missing': 'give',
  'particular-missing': 'add',
  'wrong-check-digit': 'compare',
  'not-consent': 'onlyNecessary',
  'own-storage': 'longerName',
  'bad-id': 'id',
  'duplicate-id': 'ownId',
  'unknown-category': 'category',
  'too-many-names': 'shorten',
}

/** Says what is wrong, in the language of the texts. */
export function sayWhat({ code, values }: Problem, say: Translate): string {
  const kind = values?.['kind'] ? say(`validator.kind.${values['kind']}`) : ''
  return say(`validator.what.${inCamelCase(code)}`, { ...values, kind })
}

/** Says how to put it right, in the language of the texts. */
export function sayRepair({ code, values, path, wanted }: Problem, say: Translate): string {
  const word = repairOf[code] ?? (wanted ? 'write' : 'leave')
  const written = wanted ? expectation(wanted, say) : ''
  const name = `${path.at(-1)}`
  const hint = code === 'pattern' && wanted ? hintOf(wanted, name, say) : ''
  const reason = code === 'particular-missing' ? reasonOf(name, say) : ''
  return say(`validator.repair.${word}`, { ...values, wanted: written }) + hint + reason
}

/** Says why a particular of the operator has to be named, where that is not plain. */
function reasonOf(name: string, say: Translate): string {
  const key = `validator.reason.${name}`
  const reason = say(key)
  return reason === key ? '' : `: ${reason}`
}

/** Hints for forms that several options have, by the title of the form. */
const titled: Readonly<Record<string, string>> = { Id: 'id', LedgerUrl: 'ledgerUrl' }

/** Says what a text has to be, where its form is not plain from an example. */
function hintOf({ title = '', description }: Schema, name: string, say: Translate): string {
  const key = `validator.hint.${titled[title] ?? name}`
  const hint = say(key)
  if (hint !== key) return `: ${hint}`
  return description ? `: ${description.replace(/\.( .*)?$/, '')}` : ''
}

/** Says what to write instead: `a text such as "KZ"`. */
function expectation(given: Schema, say: Translate): string {
  const node = resolve(given)
  const nouns = [
    ...plain(node, say),
    ...(takesFunction(node) ? [say('validator.want.function')] : []),
  ]
  const [example] = node.examples ?? []
  if (node.type !== 'string' || !example) return joinOr(nouns, say)
  return say('validator.such', { noun: joinOr(nouns, say), example: JSON.stringify(example) })
}

function plain(node: Schema, say: Translate): string[] {
  if (node.enum) return node.enum.map((value) => JSON.stringify(value))
  if (node.anyOf) return node.anyOf.map((branch) => expectation(branch, say))
  const { minimum, maximum, type } = node
  if (!type) return []
  return [
    type === 'integer' && maximum !== undefined
      ? say('validator.want.range', { minimum, maximum })
      : say(`validator.want.${type}`),
  ]
}

const joinOr = (nouns: readonly string[], say: Translate): string =>
  [nouns.slice(0, -1).join(', '), ...nouns.slice(-1)]
    .filter(Boolean)
    .join(` ${say('validator.or')} `)

const inCamelCase = (code: string): string =>
  code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
