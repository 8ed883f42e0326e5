import type { Service } from '../model/options.ts'
import { page } from '../platform/page.ts'

/** Finds the address that an element is held from, or that the first frame in a template has; if there is one. */
export function addressOf(element: Element): string | undefined {
  const { content } = element as HTMLTemplateElement
  const frame = content ? content.querySelector('iframe') : (element as HTMLIFrameElement)
  return frame?.dataset.kelisimSrc ?? frame?.dataset.src ?? frame?.getAttribute('src') ?? undefined
}

/**
 * Tells whether an address lies at one of the places that a service names: a host, for its subdomains too,
 * with an optional start of the path.
 */
export function isAt(address: string, places: readonly string[] = []): boolean {
  try {
    return liesAt(new URL(address, page.baseURI), places)
  } catch {
    return false
  }
}

/** The same for an address that was read already; it needs no page. */
export const liesAt = (
  { hostname, pathname }: Pick<URL, 'hostname' | 'pathname'>,
  places: readonly string[],
): boolean =>
  places.some((place) => {
    const [host, ...path] = place.split('/')
    return `.${hostname}`.endsWith(`.${host}`) && pathname.startsWith(`/${path.join('/')}`)
  })

/**
 * Names the service of an embed that names none itself, by its address. It is written to the element, so that
 * the visitor's answer about the service holds for it from then on.
 */
export function nameService(element: Element, services: readonly Service[]): void {
  const address = element.hasAttribute('data-service') ? '' : addressOf(element)
  const category = element.getAttribute('data-category')
  const there = services.filter(({ match }) => isAt(`${address}`, match))
  // One that the profile leaves out is in no category.
  const found =
    there.find((service) => service.category === category) ??
    there.find((service) => !service.category)
  if (address && found) element.setAttribute('data-service', found.id)
}
