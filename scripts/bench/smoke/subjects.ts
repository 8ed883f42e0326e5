import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { GATED_COUNT, type PageParts, smokePage } from './page.ts'
import type { ServedFile } from './serve.ts'

/** One way to ask for consent. */
export interface Subject extends PageParts {
  readonly name: string
  /** Only there to know what the page costs by itself. */
  readonly isBare?: boolean
}

const BUILT =
  process.env['KELISIM_DIST'] ??
  fileURLToPath(new URL('../../../packages/kelisim/dist/browser', import.meta.url))
const HAND_MADE = fileURLToPath(new URL('./files/hand-made.js', import.meta.url))
const VANILLA_CONFIG = fileURLToPath(new URL('./files/vanilla-config.js', import.meta.url))
const VANILLA = dirname(fileURLToPath(import.meta.resolve('vanilla-cookieconsent')))
const DATA = 'data-policy-url="/privacy" data-policy-version="2026-11-01"'

const read = (folder: string, file: string) => readFile(join(folder, file), 'utf8')

/** Name of the rival that all others are compared with. */
export const RIVAL = 'vanilla-cookieconsent 3.1.0'

/** Everybody who is measured, set up as their own documentation says. */
export async function smokeSubjects(): Promise<readonly Subject[]> {
  const snippet = `<script>${await read(BUILT, 'snippet.js')}</script>`
  const tag = (file: string, how: string) =>
    `<script ${how} src="/kelisim/${file}" ${DATA}></script>`
  return [
    { name: 'no banner', isBare: true },
    { name: 'kelisim, async tag + snippet', head: tag('kelisim.js', 'async') + snippet },
    { name: 'kelisim, async tag', head: tag('kelisim.js', 'async') },
    { name: 'kelisim, blocking tag', head: tag('kelisim.js', '') },
    { name: 'kelisim.full, async tag', head: tag('kelisim.full.js', 'async') },
    {
      name: RIVAL,
      head: '<link rel="stylesheet" href="/vanilla/cookieconsent.css">',
      bodyEnd: '<script type="module" src="/own/vanilla-config.js"></script>',
    },
    { name: 'hand-made, async tag', head: '<script async src="/own/hand-made.js"></script>' },
    { name: 'hand-made, inline', bodyEnd: `<script>${await readFile(HAND_MADE, 'utf8')}</script>` },
  ]
}

/** Path of a subject's page. */
export const pathOf = (subjects: readonly Subject[], subject: Subject): string =>
  `/page-${subjects.indexOf(subject)}/`

/** All that is served: the pages, the files of the subjects and the gated scripts. */
export async function smokeFiles(
  subjects: readonly Subject[],
): Promise<ReadonlyMap<string, ServedFile>> {
  const files = new Map<string, ServedFile>()
  for (const subject of subjects) {
    files.set(pathOf(subjects, subject), { body: smokePage(subject), type: 'html' })
  }
  for (const [path, folder] of [
    ['/kelisim', BUILT],
    ['/vanilla', VANILLA],
    ['/own', dirname(VANILLA_CONFIG)],
  ] as const) {
    for (const file of await readdir(folder)) {
      const [, type] = /\.(js|css)$/.exec(file) ?? []
      if (!type) continue
      const body = await read(folder, file)
      files.set(`${path}/${file}`, { body, type: type === 'js' ? 'javascript' : 'css' })
    }
  }
  for (let index = 0; index < GATED_COUNT; index += 1) {
    const body = `(window.gatedRan ??= []).push(performance.now())`
    files.set(`/gated-${index}.js`, { body, type: 'javascript' })
  }
  return files
}
