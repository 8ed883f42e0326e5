import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const GUIDES = fileURLToPath(new URL('../../docs/guides/', import.meta.url))

/** The languages of the guides; Kazakh has the quick start alone. */
export const GUIDE_LANGUAGES = ['ru', 'en', 'kk'] as const

/** One fenced block of a guide. */
export interface GuideBlock {
  /** Page without its folder and ending, such as `tilda`. */
  readonly page: string
  readonly folder: string
  /** The word behind the fence; empty where there is none. */
  readonly language: string
  /** The file that the guide puts it in; made up where it names none. */
  readonly file: string
  readonly text: string
  /** For messages: `ru/tilda.md:12`. */
  readonly where: string
}

/** Names of the pages in one language, sorted. */
export const guidePages = (folder: string): readonly string[] =>
  readdirSync(GUIDES + folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -3))
    .sort()

export const readGuide = (folder: string, page: string): string =>
  readFileSync(`${GUIDES}${folder}/${page}.md`, 'utf8')

/** Every fenced block of every guide, in the order of the pages. */
export const guideBlocks: readonly GuideBlock[] = GUIDE_LANGUAGES.flatMap((folder) =>
  guidePages(folder).flatMap((page) => blocksOf(folder, page)),
)

/**
 * Reads the fenced blocks of a guide, those within lists too.
 *
 * @throws {Error} For a fence that is not closed.
 */
function blocksOf(folder: string, page: string): readonly GuideBlock[] {
  const text = readGuide(folder, page)
  const found = [...text.matchAll(/^( *)```(\w*)(?: (\S+))?\n(.*?)^\1```$/gms)]
  const fences = text.match(/^ *```/gm) ?? []
  if (fences.length !== found.length * 2) throw new Error(`${folder}/${page}.md: an open fence`)
  return found.map(([, indent = '', language = '', file, body = ''], index) => ({
    page,
    folder,
    language,
    file: file ?? `block-${index + 1}.${language}`,
    text: body.replace(new RegExp(`^${indent}`, 'gm'), ''),
    where: `${folder}/${page}.md:${text.slice(0, found[index]?.index).split('\n').length}`,
  }))
}
