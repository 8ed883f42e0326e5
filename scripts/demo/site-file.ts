import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
}

/** A file as it is sent. */
export interface SiteFile {
  readonly type: string
  readonly body: Buffer
}

/**
 * Reads the file of a folder that a path of the site names; a path that ends in `/` is the folder's
 * `index.html`.
 *
 * @param folder Absolute path, without a slash at the end.
 * @returns Null where there is no such file, or it is not in the folder.
 */
export async function readSiteFile(folder: string, path: string): Promise<SiteFile | null> {
  try {
    const name = decodeURIComponent(path)
    const file = normalize(join(folder, name.endsWith('/') ? `${name}index.html` : name))
    if (!file.startsWith(folder + sep)) return null
    return { type: TYPES[extname(file)] ?? 'text/plain; charset=utf-8', body: await readFile(file) }
  } catch {
    return null
  }
}
