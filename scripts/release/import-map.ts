/** Prints the import map that pins the lazy files of a release: `import-map.ts /kelisim/1.0.0/`. */
import { pathToFileURL } from 'node:url'
import { type BrowserFile, readBrowserFiles } from './browser-files.ts'
import { digest } from './digest.ts'

/** An import map, as far as Kelisim needs one. */
export interface ImportMap {
  readonly integrity: Readonly<Record<string, string>>
}

// A file that could not be fetched is asked for again under another address.
const ADDRESSES = ['', '?retry=1', '?retry=2', '?retry=3']

/**
 * Makes the import map: `import()` itself takes no integrity.
 *
 * @param base Address of the folder, with a slash at the end; `./` is the folder of the page.
 */
export function makeImportMap(base: string, files: readonly BrowserFile[]): ImportMap {
  const lazy = files.filter(({ isLazy }) => isLazy)
  return {
    integrity: Object.fromEntries(
      lazy.flatMap(({ name, content }) =>
        ADDRESSES.map((query) => [`${base}${name}${query}`, digest('sha384', content)]),
      ),
    ),
  }
}

/**
 * Writes the import map as a page carries it, before any module.
 *
 * @throws for a base that no address can start with.
 */
export function importMapElement(base: string, files: readonly BrowserFile[]): string {
  if (!/^(https?:\/\/[^/]+)?(\/[^/\s"<>?#]+)*\/$/.test(base)) {
    throw new Error(`"${base}" is no folder. Write its path or address, with a slash at the end.`)
  }
  return `<script type="importmap">${JSON.stringify(makeImportMap(base, files))}</script>`
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(importMapElement(process.argv[2] ?? '', await readBrowserFiles()))
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}
