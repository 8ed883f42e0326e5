import { ConsentError, type Options } from '@kelisim/core'
import { assertNames } from '@kelisim/core/assert-names'
import { repairs } from '@kelisim/core/repairs'
import { basisProblems } from './basis-problems.ts'
import { operatorProblems } from './operator-problems.ts'
import { plainCopy } from './plain-copy.ts'
import { describe, firstPerPath } from './problem.ts'
import { schemaProblems } from './schema-problems.ts'
import { scriptProblems } from './script-problems.ts'
import { storageProblems } from './storage-problems.ts'

const MOST_SHOWN = 50

/** What a schema cannot say. */
const rules = [operatorProblems, basisProblems, storageProblems, scriptProblems]

/**
 * Refuses options that cannot work, whatever is given. Only in builds for development: it takes more
 * than all the rest.
 *
 * @throws {ConsentError} `bad-option` with every problem, its path and its repair; or one of
 *   `bad-id`, `duplicate-id`, `unknown-category`, `too-many-names`.
 */
export function assertOptions(options: unknown): void {
  const { copy, problems } = plainCopy(options)
  const found = firstPerPath([...problems, ...(copy === undefined ? [] : schemaProblems(copy))])
  if (found.length > 0) throw new ConsentError('bad-option', list(found.map(describe)))
  const broken = rules.flatMap((rule) => rule(copy as Options))
  if (broken.length > 0) throw new ConsentError('bad-option', list(broken.map(describe)))
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
