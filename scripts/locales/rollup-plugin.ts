import { readFile } from 'node:fs/promises'
import { dirname, normalize } from 'node:path'
import type { Plugin } from 'rollup'
import { catalogueFolder, readCatalogues } from './catalogue.ts'
import { checkCatalogues } from './check.ts'
import { compileCatalogue } from './compile.ts'
import { describe } from './problem.ts'

// Plugins for JSON, such as Vite's own, go by the ending, so a compiled catalogue has another one.
// It needs some ending: Rollup names a chunk by what is before the last dot.
const PREFIX = '\0catalogue:'
const ENDING = '.texts'

/**
 * Makes a plugin for Rollup and Vite that compiles the catalogues it meets. A build fails when the
 * check finds a problem in any of them.
 *
 * @param folder Where the catalogues lie; an absolute path.
 */
export function catalogues(folder: string = catalogueFolder): Plugin & { enforce: 'pre' } {
  return {
    name: 'catalogues',
    enforce: 'pre',
    async buildStart() {
      const problems = checkCatalogues(await readCatalogues(folder))
      if (problems.length > 0) this.error(problems.map(describe).join('\n'))
    },
    async resolveId(source, importer) {
      if (!source.endsWith('.json')) return null
      const resolved = await this.resolve(source, importer, { skipSelf: true })
      if (!resolved || resolved.external || !isInside(folder, resolved.id)) return null
      return PREFIX + resolved.id.replace(/\.json$/, ENDING)
    },
    async load(id) {
      if (!id.startsWith(PREFIX)) return null
      const path = `${id.slice(PREFIX.length, -ENDING.length)}.json`
      this.addWatchFile(path)
      return { code: compileCatalogue(await readFile(path, 'utf8')), moduleSideEffects: false }
    },
  }
}

function isInside(folder: string, path: string): boolean {
  return normalize(dirname(path) + '/') === normalize(folder + '/')
}
