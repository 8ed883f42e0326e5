import { ConsentError } from '../errors.ts'
import { hash } from './hash.ts'
import type { CategoryOptions, Options, Service } from './options.ts'

/** One category as the visitor is asked about it. */
export interface CategoryAsked extends CategoryOptions {
  readonly services: readonly Service[]
  /** Hash of what is asked: purposes, services, vendors and countries, and the owner's `revision`. */
  readonly hash: string
}

/** Everything the visitor is asked about, by id. */
export interface Asked {
  /** In the order shown, `necessary` first. */
  readonly categories: ReadonlyMap<string, CategoryAsked>
  readonly services: ReadonlyMap<string, Service>
}

// Room for the answers of all names in one cookie: browsers owe 4,096 bytes to name, value and attributes.
const MAX_BYTES = 3_600

/**
 * Resolves the options into what is asked. Ids are taken as they are; the development build refuses bad ones.
 *
 * @throws {ConsentError} `too-many-names`.
 */
export function resolveAsked({
  categories = ['functional', 'analytics', 'marketing'],
  services = [],
  revision = 0,
}: Options): Asked {
  const listed = ['necessary', ...categories].map((category): CategoryOptions =>
    typeof category === 'string' ? { id: category } : category,
  )
  const bytes = [...listed, ...services].map(({ id }) => id.length + 10).reduce((sum, more) => sum + more)
  if (bytes > MAX_BYTES) throw new ConsentError('too-many-names', `${bytes} bytes, at most ${MAX_BYTES}`)
  return {
    categories: new Map(
      listed.map((category) => {
        const own = services.filter((service) => service.category === category.id)
        return [category.id, { ...category, services: own, hash: hashOf(category, own, revision) }]
      }),
    ),
    services: new Map(services.map((service) => [service.id, service])),
  }
}

function hashOf(
  { id, description }: CategoryOptions,
  services: readonly Service[],
  revision: number,
): string {
  const parts = services.map(({ id, vendor, country, purpose }) => flat([id, vendor, country, purpose]))
  // Sorted, because moving a service within the list asks nothing new.
  return hash(flat([revision, id, description, ...parts.sort()]))
}

// Not JSON.stringify: some old libraries change what it prints, and a changed hash asks everybody again.
function flat(value: unknown): string {
  return value instanceof Object
    ? `(${Object.entries(value).map(([key, inner]) => key + flat(inner)).sort()})`
    : `:${value ?? ''}`
}
