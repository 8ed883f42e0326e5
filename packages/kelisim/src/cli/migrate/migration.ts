import type { CategoryOptions, Options, Service } from '@kelisim/core'

/** A banner whose configuration can be read. */
export type Product =
  | 'vanilla-cookieconsent-2'
  | 'vanilla-cookieconsent'
  | 'klaro'
  | 'tarteaucitron'

/** Why something of a configuration has no place in ours; the sentences are in `migrate.<language>.json`. */
export type Reason =
  | 'code'
  | 'look'
  | 'wall'
  | 'optOut'
  | 'unequal'
  | 'markup'
  | 'language'
  | 'text'
  | 'pattern'
  | 'preset'
  | 'category'
  | 'purposes'
  | 'term'
  | 'unknown'

/** Something that could not be carried over. */
export interface Lost {
  /** Where it is in the configuration: `categories.analytics.services.ga.onAccept`. */
  readonly path: string
  readonly reason: Reason
}

/** What a configuration of another banner becomes. */
export interface Migration {
  readonly product: Product
  readonly options: Options
  /** Attributes of the tag for services that have a preset, by its id: `{ ga4: 'G-AB12' }`. */
  readonly presets: Readonly<Record<string, string>>
  readonly lost: readonly Lost[]
}

/** A tree of plain data and functions, of which nothing is known. */
export type Tree = Readonly<Record<string, unknown>>

/** Reads a part of a tree as an object; empty where it is none. */
export const treeIn = (value: unknown): Tree =>
  typeof value === 'object' && value && !Array.isArray(value) ? (value as Tree) : {}

/** Reads a part of a tree as a list; empty where it is none. */
export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Reads a part of a tree as a text; empty where it is none. */
export const textIn = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** Makes an id of ours of a name: `Google Analytics` becomes `google-analytics`. */
export function idOf(name: string): string {
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 32)
  return id || 'unnamed'
}

/** Collects what a migration is made of. */
export class Draft {
  readonly categories = new Map<string, CategoryOptions>()
  readonly services: Service[] = []
  readonly names: Record<string, string> = {}
  readonly presets: Record<string, string> = {}
  readonly lost: Lost[] = []

  lose(path: string, reason: Reason): void {
    this.lost.push({ path, reason })
  }

  /** Tells of every key that is there, is not switched off and has no place, by its reason. */
  loseKeys(tree: Tree, reasons: Readonly<Record<string, Reason>>, prefix = ''): void {
    for (const [key, reason] of Object.entries(reasons)) {
      if (Object.hasOwn(tree, key) && tree[key]) this.lose(prefix + key, reason)
    }
  }

  /** Tells of keys that nobody knows. */
  loseUnknown(tree: Tree, known: readonly string[], prefix = ''): void {
    for (const key of Object.keys(tree)) {
      if (!known.includes(key)) this.lose(prefix + key, 'unknown')
    }
  }

  addCategory(category: CategoryOptions): void {
    if (category.id !== 'necessary' && !this.categories.has(category.id))
      this.categories.set(category.id, category)
  }

  addService(service: Service): void {
    if (!this.services.some(({ id }) => id === service.id)) this.services.push(service)
  }

  finish(product: Product, cookieName: string, options: Options): Migration {
    const names = { ...this.names }
    // What has the same name on both sides and is no category need not be said.
    for (const [theirs, ours] of Object.entries(names)) {
      if (theirs === ours && !this.categories.has(ours)) delete names[theirs]
    }
    const from =
      product === 'vanilla-cookieconsent-2' ? ('vanilla-cookieconsent' as const) : product
    return {
      product,
      presets: this.presets,
      lost: this.lost,
      options: {
        ...options,
        categories: [...this.categories.values()].map((category) =>
          Object.keys(category).length > 1 ? category : category.id,
        ),
        ...(this.services.length > 0 && { services: this.services }),
        migrateFrom: {
          product: from,
          ...(cookieName && cookieName !== USUAL[from] && { cookieName }),
          ...(Object.keys(names).length > 0 && { names }),
        },
      },
    }
  }
}

const USUAL = {
  'vanilla-cookieconsent': 'cc_cookie',
  klaro: 'klaro',
  tarteaucitron: 'tarteaucitron',
} as const
