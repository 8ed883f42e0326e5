import { readdir, readFile } from 'node:fs/promises'
import { BROWSER } from './folders.ts'

/** A script for pages. */
export interface BrowserFile {
  readonly name: string
  readonly content: Buffer
  /** Fetched by Kelisim itself when it is needed; the others are named by the page. */
  readonly isLazy: boolean
}

/** Tells scripts whose text pages carry, so that a policy has to allow it by its hash. */
export const isInline = (name: string): boolean => /^(snippet|instant)\.js$/.test(name)

/**
 * Refuses scripts that a page in another encoding would misread, even as a syntax error. Modules are
 * always read as UTF-8.
 *
 * Source: HTML Living Standard, "fetch a classic script".
 */
export function assertAscii(files: readonly BrowserFile[]): void {
  const odd = files.filter(({ isLazy, content }) => !isLazy && content.some((byte) => byte > 127))
  if (odd.length === 0) return
  throw new Error(`Not ASCII only, as classic scripts have to be: ${odd.map(({ name }) => name)}`)
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
      isLazy: !/^kelisim\b/.test(name) && !isInline(name),
    })),
  )
}
