/** Steps from the options to one of their values. */
export type Path = readonly (string | number)[]

/** One thing wrong with the options, and how to put it right. */
export interface Problem {
  readonly path: Path
  readonly what: string
  readonly repair: string
}

const MOST_CHARACTERS = 60

/** Writes a problem as one line for people: `services[3].category: is a number; write a text`. */
export function describe({ path, what, repair }: Problem): string {
  return `${writePath(path)}: ${what}; ${repair}`
}

/** Writes a path as code would: `services[3].category`. The options themselves are `options`. */
function writePath(path: Path): string {
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
