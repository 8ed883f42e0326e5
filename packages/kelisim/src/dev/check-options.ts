import { ConsentError, type Messages, type Options } from '@kelisim/core'
import { assertNames } from '@kelisim/core/assert-names'
import { repairs } from '@kelisim/core/repairs'
import en from '@kelisim/locales/validator.en.json'
import { createTranslate } from '@kelisim/ui/translate'
import { findShapeProblems } from './find-problems.ts'
import { type Problem, writePath } from './problem.ts'
import { sayRepair, sayWhat } from './problem-words.ts'

const MOST_SHOWN = 50
const say = createTranslate(en as unknown as Messages)

/**
 * Refuses options that cannot work, whatever is given. Only in builds for development: it takes more
 * than all the rest.
 *
 * @throws {ConsentError} `bad-option` with every problem, its path and its repair; or one of
 *   `bad-id`, `duplicate-id`, `unknown-category`, `too-many-names`.
 */
export function assertOptions(options: unknown): void {
  const { copy, problems } = findShapeProblems(options)
  if (problems.length > 0) throw new ConsentError('bad-option', list(problems.map(describe)))
  try {
    assertNames(copy as Options)
  } catch (error) {
    if (!(error instanceof ConsentError)) throw error
    const { code, message } = error
    throw new ConsentError(
      code,
      `${message.slice(message.indexOf(code) + code.length + 2)}. ${repairs[code]}`,
    )
  }
}

/** Writes a problem as one line: `services[3].category: is a number; write a text`. */
const describe = (problem: Problem): string =>
  `${writePath(problem.path)}: ${sayWhat(problem, say)}; ${sayRepair(problem, say)}`

function list([first = '', ...rest]: readonly string[]): string {
  if (rest.length === 0) return first
  const more = rest.length - MOST_SHOWN + 1
  const lines = [first, ...rest].slice(0, MOST_SHOWN)
  return [
    `${rest.length + 1} problems`,
    ...lines,
    ...(more > 0 ? [`… and ${more} more`] : []),
  ].join('\n- ')
}
