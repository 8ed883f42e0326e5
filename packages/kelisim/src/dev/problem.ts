import type { Schema } from './schema.ts'

/** Steps from the options to one of their values. */
export type Path = readonly (string | number)[]

/** What can be wrong with options; the texts are in the catalogues `validator.<language>.json`. */
export type ProblemCode =
  | 'wrong-kind'
  | 'wrong-value'
  | 'instance'
  | 'empty'
  | 'too-long'
  | 'too-many'
  | 'pattern'
  | 'missing'
  | 'unknown-option'
  | 'similar-option'
  | 'not-a-function'
  | 'getter'
  | 'odd-name'
  | 'cycle'
  | 'too-deep'
  | 'unreadable'
  | 'too-much'
  | 'huge-text'
  | 'huge-list'
  | 'mixed-alphabets'
  | 'operator-missing'
  | 'particular-missing'
  | 'wrong-check-digit'
  | 'not-consent'
  | 'own-storage'
  | 'bad-id'
  | 'duplicate-id'
  | 'unknown-category'
  | 'too-many-names'

/** One thing wrong with the options. */
export interface Problem {
  readonly path: Path
  readonly code: ProblemCode
  /** What goes into the texts. */
  readonly values?: Readonly<Record<string, unknown>>
  /** What would be right. */
  readonly wanted?: Schema | undefined
}

const MOST_CHARACTERS = 60

/** Writes a path as code would: `services[3].category`. The options themselves are `options`. */
export function writePath(path: Path): string {
  if (path.length === 0) return 'options'
  return path
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`
      return /^[$\w]+$/.test(step) ? `.${shorten(step)}` : `[${quote(step)}]`
    })
    .join('')
    .replace(/^\./, '')
}

/** The problems with another path than those before them: of what is wrong in one place, one is said. */
export function firstPerPath(problems: readonly Problem[]): Problem[] {
  const byPath = new Map<string, Problem>()
  for (const problem of problems) {
    const key = JSON.stringify(problem.path)
    if (!byPath.has(key)) byPath.set(key, problem)
  }
  return [...byPath.values()]
}

/** Puts a value into quotes, at a length that a line can hold. */
export function quote(value: unknown): string {
  return JSON.stringify(typeof value === 'string' ? shorten(value) : value)
}

function shorten(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text
}
