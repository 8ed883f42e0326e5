import type { Service } from '../../../core/src/model/options.ts'
import { linkAddress } from '../link-address.ts'
import type { Words } from '../words.ts'
import { countryName } from './country-name.ts'
import type { EmbedScene } from './embed-scene.ts'

const MOST_NAMES = 6

/** What is said about one embed, in one language. */
export interface EmbedFacts {
  /** The service's name, or the category's where no service is known. */
  readonly name: string
  /** Who gets the visitor's data, and where. */
  readonly provider: string
  /** Names of what may be stored, the first ones; empty where nothing is known. */
  readonly stores: string
  /** The embed's own address, for a link; none where it has none, or one that is no page. */
  readonly address: string | undefined
  readonly poster: string | undefined
}

/**
 * Finds the declared service of an embed; one of another category does not count. One that the profile
 * leaves out is in none.
 */
export function serviceOf(element: Element, { state }: EmbedScene): Service | undefined {
  const service = state.asked.services.get(element.getAttribute('data-service') ?? '')
  const category = element.getAttribute('data-category')
  return (service?.category || category) === category ? service : undefined
}

/** Puts together what is known about an embed. */
export function embedFacts(element: Element, words: Words, scene: EmbedScene): EmbedFacts {
  const { say, own } = words
  const category = scene.state.asked.categories.get(element.getAttribute('data-category') ?? '')
  const service = serviceOf(element, scene)
  const { vendor, country, storage = [] } = service ?? {}
  const address = linkAddress(scene.addressOf(element))
  const name = service
    ? own(service.name ?? service.id)
    : own(category?.label) || say(`category.${category?.id}`)
  const names = storage.map((entry) => own(entry.name))
  return {
    name,
    provider: [
      own(vendor) || (!service && address && new URL(address).host) || name,
      country && countryName(country, words),
    ]
      .filter(Boolean)
      .join(', '),
    stores: names.slice(0, MOST_NAMES).join(', ') + (names[MOST_NAMES] ? ', …' : ''),
    address,
    poster: posterOf(element, address, scene),
  }
}

/** Gives the owner's own picture. One that lies at a vendor would tell the vendor of the visit. */
function posterOf(
  element: Element,
  address: string | undefined,
  { state, isAt }: EmbedScene,
): string | undefined {
  const poster = linkAddress(element.getAttribute('data-kelisim-poster') ?? '')
  if (!poster) return undefined
  const { origin, host } = new URL(poster)
  const isSafe = origin === location.origin || poster.startsWith('https:')
  const isVendors =
    (address && new URL(address).host === host) ||
    [...state.asked.services.values()].some(({ hosts }) => isAt(poster, hosts))
  if (isSafe && !isVendors) return poster
  state.report(isVendors ? 'early-contact' : 'bad-url', element)
  return undefined
}
