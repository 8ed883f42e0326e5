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

/** Resolves the options into what is asked. Names are taken as they are; `assertNames` refuses bad ones. */
export function resolveAsked({
  categories = ['functional', 'analytics', 'marketing'],
  services = [],
  revision = 0,
}: Options): Asked {
  return {
    categories: new Map(
      ['necessary', ...categories].map((entry) => {
        const category: CategoryOptions = typeof entry === 'string' ? { id: entry } : entry
        const own = services.filter((service) => service.category === category.id)
        const parts = own.map(({ id, vendor, country, purpose }) =>
          JSON.stringify([id, vendor, country, purpose]),
        )
        // Sorted, because moving a service within the list asks nothing new.
        const question = JSON.stringify([revision, category.id, category.description, parts.sort()])
        return [category.id, { ...category, services: own, hash: hash(question) }]
      }),
    ),
    services: new Map(services.map((service) => [service.id, service])),
  }
}
