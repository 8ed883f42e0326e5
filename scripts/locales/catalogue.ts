import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

/** One file as it lies on the disk. */
export interface CatalogueFile {
  /** Name without folder: `notice.kk.json`. */
  readonly file: string
  readonly text: string
}

/** The folder of the catalogues. */
export const catalogueFolder: string = fileURLToPath(
  new URL('../../packages/locales/src/', import.meta.url),
)

/** Reads every JSON file of a folder, in the order of their names. */
export async function readCatalogues(
  folder: string = catalogueFolder,
): Promise<readonly CatalogueFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(
    names.map(async (file) => ({ file, text: await readFile(join(folder, file), 'utf8') })),
  )
}
