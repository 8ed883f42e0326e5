import type { ServiceId } from '@kelisim/services/attributes'
import { type Branch, isBranch, type Tree } from './tree.ts'

/** What an owner has set up. */
export interface Project {
  /** Options as the page's JSON has them; services of the owner's own are among them. */
  readonly options: Branch
  /** Known services, each with the options of its preset. */
  readonly presets: Readonly<Partial<Record<ServiceId, Branch>>>
  readonly look: Look
  /** Folder of the files on the owner's site, with a slash at the end; empty for the usual one. */
  readonly base: string
}

/** Custom properties of the page that are worth a field. */
export interface Look {
  /** As `#rrggbb`. */
  readonly colour?: string
  /** Of corners, in CSS pixels. */
  readonly radius?: number
}

/** A project in which nothing is set. */
export const emptyProject: Project = { options: {}, presets: {}, look: {}, base: '' }

/**
 * Reads a project that comes from outside: what is no project of ours becomes an empty one, part by part.
 * Options are taken as they are, because the validator tells what is wrong with them.
 *
 * @param ids Services that are known.
 */
export function toProject(value: unknown, ids: readonly ServiceId[]): Project {
  const { options, presets, look, base } = isBranch(value) ? value : emptyProject
  const known = isBranch(presets) ? Object.entries(presets) : []
  const { colour, radius } = isBranch(look) ? look : {}
  return {
    options: isBranch(options) ? withNamedCategories(options) : {},
    presets: Object.fromEntries(
      known.filter(([id, own]) => (ids as readonly string[]).includes(id) && isBranch(own)),
    ),
    look: {
      ...(typeof colour === 'string' && /^#[\da-f]{6}$/i.test(colour) && { colour }),
      ...(typeof radius === 'number' && radius >= 0 && radius <= 40 && { radius }),
    },
    base: typeof base === 'string' ? base : '',
  }
}

/** Categories that have texts of ours. */
export const STANDARD_CATEGORIES: readonly Tree[] = ['functional', 'analytics', 'marketing']

/** A category of the owner's own gets room for its texts, where only its id is there. */
function withNamedCategories(options: Branch): Branch {
  const { categories } = options
  if (!Array.isArray(categories)) return options
  const named = (categories as readonly Tree[]).map((entry) =>
    typeof entry === 'string' && !STANDARD_CATEGORIES.includes(entry) ? { id: entry } : entry,
  )
  return { ...options, categories: named }
}
