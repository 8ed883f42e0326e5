import type { Options } from '@kelisim/core'
import { touchesOwnStorage } from '@kelisim/services/own-storage'
import { type Problem, quote } from './problem.ts'

/** Finds names and globs of storage that reach what Kelisim keeps itself; `*` reaches everything. */
export function storageProblems({ services = [] }: Options): Problem[] {
  return services.flatMap(({ storage = [] }, index) =>
    storage.flatMap(({ name }, at): Problem[] => {
      if (!touchesOwnStorage(name)) return []
      const path = ['services', index, 'storage', at, 'name']
      return [{ path, code: 'own-storage', values: { name: quote(name) } }]
    }),
  )
}
