import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/** A package of others whose code is in files of ours. */
export interface BundledPackage {
  readonly name: string
  readonly version: string
  readonly licence: string
  /** The licence's text; undefined when the package carries none. */
  readonly text: string | undefined
  readonly author: string
}

const IN_PACKAGE = /^.*\/node_modules\/(@[^/]+\/)?[^/]+/

/**
 * Finds the packages that were bundled: source maps tell where each line came from.
 *
 * @param folders Folders with built files and their source maps.
 * @returns Each package once, sorted by name.
 */
export async function bundledPackages(
  folders: readonly string[],
): Promise<readonly BundledPackage[]> {
  const sources = await Promise.all(folders.map(sourcesIn))
  const roots = sources.flat().flatMap((path) => IN_PACKAGE.exec(path)?.[0] ?? [])
  const found = await Promise.all([...new Set(roots)].sort().map(readPackage))
  return [...new Map(found.map((each) => [`${each.name}@${each.version}`, each])).values()].sort(
    (a, b) => (a.name < b.name ? -1 : 1),
  )
}

async function sourcesIn(folder: string): Promise<string[]> {
  const maps = (await readdir(folder)).filter((name) => name.endsWith('.js.map'))
  const sources = await Promise.all(
    maps.map(async (name) => {
      const path = join(folder, name)
      const map: { readonly sources: readonly string[] } = JSON.parse(await readFile(path, 'utf8'))
      return map.sources.map((source) => resolve(dirname(path), source).replaceAll('\\', '/'))
    }),
  )
  return sources.flat()
}

async function readPackage(root: string): Promise<BundledPackage> {
  const about = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const file = (await readdir(root)).find((name) => /^licen[cs]e(\.|$)/i.test(name))
  return {
    name: about.name,
    version: about.version,
    licence: about.license,
    text: file && (await readFile(join(root, file), 'utf8')).trim(),
    author: about.author?.name ?? about.author ?? '',
  }
}
