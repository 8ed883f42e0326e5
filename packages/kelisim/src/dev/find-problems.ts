import type { Options } from '@kelisim/core'
import { basisProblems } from './basis-problems.ts'
import { nameProblems } from './name-problems.ts'
import { operatorProblems } from './operator-problems.ts'
import { plainCopy } from './plain-copy.ts'
import { firstPerPath, type Problem } from './problem.ts'
import { schemaProblems } from './schema-problems.ts'
import { scriptProblems } from './script-problems.ts'
import { storageProblems } from './storage-problems.ts'

/** What a schema cannot say. */
const rules = [operatorProblems, basisProblems, storageProblems, scriptProblems]

/** What was found, and the options as plain data. */
interface Found {
  readonly problems: readonly Problem[]
  /** To be read as options only where there are no problems. */
  readonly copy: unknown
}

/** Lists what in options has not the shape of options, whatever is given; in one place what is wrong first. */
export function findShapeProblems(given: unknown): Found {
  const { copy, problems } = plainCopy(given)
  const found = firstPerPath([...problems, ...(copy === undefined ? [] : schemaProblems(copy))])
  if (found.length > 0) return { copy, problems: found }
  return { copy, problems: rules.flatMap((rule) => rule(copy as Options)) }
}

/** Lists everything wrong with options, their names too. */
export function findProblems(given: unknown): readonly Problem[] {
  const { copy, problems } = findShapeProblems(given)
  return problems.length > 0 ? problems : firstPerPath(nameProblems(copy as Options))
}
