import { useStore } from '@nanostores/preact'
import { $problems, $project, $say } from '../project/state.ts'
import type { Branch, Path, Tree } from '../project/tree.ts'
import { valueAt } from '../project/tree.ts'
import type { Say } from '../texts.ts'

/** The texts in the owner's language, followed. */
export const useSay = (): Say => useStore($say)

/** The value at a path of the project, followed. */
export const useValue = (path: Path): Tree | undefined =>
  valueAt(useStore($project) as unknown as Branch, path)

/** What is wrong at a path, followed; empty when nothing is. */
export function useProblem(path: Path): string {
  const id = idOf(path)
  return useStore($problems).find((problem) => idOf(problem.path) === id)?.text ?? ''
}

/** Id of the control for a path. */
export const idOf = (path: Path): string => path.join('.')
