import { nameMatcher } from '@kelisim/core/name-matcher'
import { liesAt } from '@kelisim/core/service-of'
import type { Kept } from './evidence.ts'

/** What tells a service apart. */
export interface Recognisable {
  readonly id: string
  readonly category?: string | undefined
  readonly hosts?: readonly string[] | undefined
  readonly match?: readonly string[] | undefined
  readonly storage?:
    | readonly {
        readonly kind: string
        readonly name: string
        readonly party?: 1 | 3 | undefined
      }[]
    | undefined
}

/** Finds services by what they contact and what they keep. */
export interface Recognise {
  readonly byAddress: (address: string) => Recognisable | undefined
  /** @param isOwn Whether it is kept on the site's own host. */
  readonly byKept: (kept: Kept, isOwn: boolean) => Recognisable | undefined
}

/** Makes the look-up for these services; of several that fit the first is found. */
export function recogniser(services: readonly Recognisable[]): Recognise {
  const matchers = services.map((service) => ({
    service,
    own: matcherOf(service, (party) => party !== 3),
    foreign: matcherOf(service, (party) => party === 3),
  }))
  return {
    byAddress(address) {
      const url = parse(address)
      if (!url) return undefined
      return services.find(({ hosts = [], match = [] }) => liesAt(url, [...hosts, ...match]))
    },
    byKept(kept, isOwn) {
      return matchers.find(({ service, own, foreign }) => {
        if (isOwn) return own(kept)
        // Names such as "i" or "VID" say nothing without the host.
        return foreign(kept) && liesAt({ hostname: kept.host, pathname: '/' }, hostsOf(service))
      })?.service
    },
  }
}

type Matcher = (kept: Kept) => boolean

function matcherOf({ storage = [] }: Recognisable, isParty: (party?: 1 | 3) => boolean): Matcher {
  const fits = new Map<string, (name: string) => boolean>()
  for (const kind of ['cookie', 'local', 'session', 'idb']) {
    const names = storage.filter((entry) => entry.kind === kind && isParty(entry.party))
    if (names[0]) fits.set(kind, nameMatcher(names.map(({ name }) => name)))
  }
  return ({ kind, name }) => fits.get(kind)?.(name) ?? false
}

// A vendor's cookies are on the whole of its domain.
const hostsOf = ({ hosts = [], match = [] }: Recognisable): string[] =>
  [...hosts, ...match].map((place) => (place.split('/')[0] ?? '').split('.').slice(-2).join('.'))

function parse(address: string): URL | undefined {
  try {
    return new URL(address)
  } catch {
    return undefined
  }
}
