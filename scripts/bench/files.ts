import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.ts'
import { writePage } from './page.ts'
import type { ServedFile } from './serve.ts'
import { FOLDERS, type Subject } from './subjects.ts'

const GATED = `gatedRan.push(performance.now())`

/** Path of a subject's page with so many gated scripts. */
export const pathOf = (subjects: readonly Subject[], subject: Subject, count: number): string =>
  `/page/${subjects.indexOf(subject)}/${count}`

/** Makes the look-up of all that is served: the pages, the files of the subjects, the gated scripts. */
export async function servedFiles(
  subjects: readonly Subject[],
): Promise<(path: string) => ServedFile | undefined> {
  const entry = fileURLToPath(new URL('./files/c15t.js', import.meta.url))
  const bundled = subjects.some(({ name }) => name === 'c15t')
    ? await bundle(entry, 'c15t')
    : new Map<string, ServedFile>()
  return (path) => {
    const [, folder = '', ...rest] = path.split('/')
    if (/^gated-\d+\.js$/.test(folder)) return { body: GATED, type: 'javascript' }
    if (folder === 'page') {
      const subject = subjects[Number(rest[0])]
      return subject && { body: writePage(subject, Number(rest[1])), type: 'html' }
    }
    return bundled.get(path) ?? fileIn(FOLDERS[folder], rest.join('/'))
  }
}

function fileIn(folder: string | undefined, name: string): ServedFile | undefined {
  if (!folder || !existsSync(join(folder, name))) return undefined
  return {
    body: readFileSync(join(folder, name)),
    type: name.endsWith('.css') ? 'css' : 'javascript',
  }
}
