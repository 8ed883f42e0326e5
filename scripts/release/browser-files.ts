import { readdir, readFile } from 'node:fs/promises'
import { BROWSER } from './folders.ts'

/** A script for pages. */
export interface BrowserFile {
  readonly name: string
  readonly content: Buffer
  /** Fetched by Kelisim itself when it is needed; the others are named by the page. */
  readonly isLazy: boolean
}

/**
 * Reads the scripts for pages, sorted by name.
 *
 * @param folder Where they are; with a slash at the end.
 */
export async function readBrowserFiles(folder: string = BROWSER): Promise<readonly BrowserFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js')).sort()
  return Promise.all(
    names.map(async (name) => ({
      name,
      content: await readFile(folder + name),
      isLazy: !/^(kelisim|snippet)\b/.test(name),
    })),
  )
}
