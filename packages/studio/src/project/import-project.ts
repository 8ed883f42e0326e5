import { readAttributes } from '../../../kelisim/src/tag/read-attributes.ts'
import { namesService } from '../../../kelisim/src/tag/names-service.ts'
import { tagOptions } from '../../../kelisim/src/tag/tag-options.ts'
import { schema } from '../../../kelisim/src/dev/schema.ts'
import { knownServices } from './known-services.ts'
import { emptyProject, type Look, type Project, toProject } from './project.ts'
import { unpack } from './share-link.ts'
import { type Branch, isBranch } from './tree.ts'

/** What was read, or why nothing was: a key of the texts. */
export type Imported =
  | { readonly project: Project; readonly leftOut: readonly string[] }
  | { readonly fault: string }

/**
 * Reads a project out of what an owner has: the lines pasted into a page, JSON with options, or a link
 * of Studio. Markup is parsed and never run.
 */
export function importProject(written: string): Imported {
  const text = written.trim()
  const [, packed] = /^(?:https?:\/\/\S*)?#(\S+)$/.exec(text) ?? []
  if (packed) {
    const value = unpack(packed)
    return isBranch(value)
      ? { project: toProject(value, [...knownServices.keys()]), leftOut: [] }
      : { fault: 'import.link' }
  }
  if (text.startsWith('<')) return fromMarkup(text)
  const options = parse(text)
  if (isBranch(options)) return made({ ...emptyProject, options }, [])
  return { fault: /createConsent/.test(text) ? 'import.code' : 'import.json' }
}

function fromMarkup(text: string): Imported {
  const page = new DOMParser().parseFromString(text, 'text/html')
  const tag = page.querySelector<HTMLScriptElement>('script[src*="kelisim"]')
  const json = page.querySelector('script[data-kelisim-config]')
  if (!tag && !json) return { fault: 'import.tag' }
  const config = json ? parse(`${json.textContent}`) : {}
  if (!isBranch(config)) return { fault: 'import.json' }
  const own = tag ? (tagOptions(tag.dataset) as Branch) : {}
  const leftOut: string[] = []
  const presets = readAttributes(own, (written) => leftOut.push(written)).map(
    ({ id, options }) => [id, options] as const,
  )
  const named = Object.entries(own).filter(
    ([name]) => !namesService(name) || Object.hasOwn(schema.properties ?? {}, name),
  )
  const style = [...page.querySelectorAll('style')].map(({ textContent }) => textContent).join('')
  const project = {
    options: { ...Object.fromEntries(named), ...config },
    presets: Object.fromEntries(presets),
    look: lookOf(style),
    base: folderOf(tag?.getAttribute('src') ?? ''),
  }
  return made(project, leftOut)
}

const made = (project: Project, leftOut: readonly string[]): Imported => ({
  project: toProject(project, [...knownServices.keys()]),
  leftOut,
})

/** The usual folder is that of the release, which may be a later one than theirs. */
function folderOf(src: string): string {
  const folder = src.slice(0, src.lastIndexOf('/') + 1)
  return /^\/kelisim\/[\w.-]+\/$/.test(folder) ? '' : folder
}

function lookOf(style: string): Look {
  const [, colour] = /--kelisim-solid: *(#[\da-f]{6})\b/i.exec(style) ?? []
  const [, radius] = /--kelisim-radius: *(\d+)px/.exec(style) ?? []
  return { ...(colour && { colour }), ...(radius && { radius: Number(radius) }) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
