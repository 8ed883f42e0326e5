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
  /** All that are declared; those that the profile leaves out have an empty category. */
  readonly services: ReadonlyMap<string, Service>
}

/**
 * Resolves the options into what is asked. Names are taken as they are; `assertNames` refuses bad ones.
 *
 * Under the profile `RU` a service whose data is not known to stay in Russia is in no category, so nobody
 * is asked about it and nothing allows it, unless the owner gives a reason.
 *
 * Source: Federal Law 152-FZ of Russia, articles 12 and 18(5).
 */
export function resolveAsked({
  categories = ['functional', 'analytics', 'marketing'],
  services: declared = [],
  revision = 0,
  profile,
}: Options): Asked {
  const services = declared.map((service) => {
    const { country, countries = country, crossBorderReason } = service
    return profile !== 'RU' || crossBorderReason || `${countries}` === profile
      ? service
      : { ...service, category: '' }
  })
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
