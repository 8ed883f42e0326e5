import { HELD } from '../gate/held.ts'
import type { ErrorCode } from '../errors.ts'
import { isAt } from '../gate/service-of.ts'
import { page } from '../platform/page.ts'
import { pageMemory } from '../platform/page-memory.ts'
import type { State } from '../state.ts'

const EARLY = 'link[rel~=preconnect],link[rel~=dns-prefetch],link[rel~=preload],link[rel~=prefetch]'
const FETCHING =
  'script[src]:not([data-category],[type="text/plain"]),iframe[src]:not([data-category]),img[src]:not([data-category])'

/**
 * Reports what the page does wrong: elements that name a category and yet cannot be held, or name one that is
 * not asked about; and whatever tells others of a visitor who has agreed to nothing. Each is told once.
 */
export function checkPage(state: State): void {
  checkMarkup(state)
  const { report, consent } = state
  const { done } = pageMemory()
  const { services = [] } = state.options
  const hosts = services.flatMap(({ id, contactsBeforeConsent, hosts = [] }) =>
    // What is allowed may fetch, and what does so without is told of as a whole.
    consent.acceptedService(id) || contactsBeforeConsent ? [] : hosts,
  )
  for (const { id, contactsBeforeConsent } of services)
    if (contactsBeforeConsent) report('advanced-mode', id)
  /** Reports what is found wrong with elements: the elements themselves, or a text that is found. */
  const tell = (
    code: ErrorCode,
    selector: string,
    find: (element: Element) => string | boolean,
  ): void => {
    for (const element of page.documentElement.querySelectorAll(selector)) {
      const found = !done.has(element) && find(element)
      if (!found) continue
      done.add(element)
      report(code, found === true ? element : found)
    }
  }
  tell('leaking-noscript', 'noscript', leakOf)
  tell('early-contact', EARLY, (link) => isAt(`${link.getAttribute('href')}`, hosts.map(hostOf)))
  // What names a category is the gate's.
  tell('not-held', FETCHING, (element) => isAt(`${element.getAttribute('src')}`, hosts))
}

/** Says what cannot be seen on the page: which services the profile leaves out, and that nobody is named who asks. */
export function checkProfile({ asked, options, report }: State): void {
  const leftOut = [...asked.services.values()].filter(({ category }) => !category)
  for (const { id } of leftOut) report('left-out', id)
  if (!options.operator) report('no-operator')
}

function checkMarkup({ asked: { categories }, report }: State): void {
  const { done } = pageMemory()
  for (const element of page.documentElement.querySelectorAll('[data-category]')) {
    // Taken from the prototype, because a form's field may be named "getAttribute" or "matches".
    const category = Element.prototype.getAttribute.call(element, 'data-category') ?? ''
    if (done.has(element)) continue
    done.add(element)
    if (!categories.has(category)) {
      report(
        'unknown-category',
        `data-category="${category}" (known: ${[...categories.keys()].join(', ')})`,
      )
    } else if (!Element.prototype.matches.call(element, HELD)) report('not-inert', element)
    else done.delete(element)
  }
}

/**
 * Finds an address of another host that browsers without scripts fetch. Where scripts run, what is inside is
 * text; it is not parsed, because the page's Trusted Types may forbid that.
 */
function leakOf(noscript: Element): string {
  const sources = `${noscript.textContent}`.matchAll(
    /<(?:img|iframe)\b[^>]*?\ssrc\s*=\s*["']?([^"'\s>]+)/gi,
  )
  const addresses = [...sources].map(([, address = '']) => address)
  return addresses.find((address) => hostAt(address) !== location.host) ?? ''
}

function hostAt(address: string): string {
  try {
    return new URL(address, page.baseURI).host
  } catch {
    return location.host
  }
}

// Connecting tells a host of the visit, whatever the path.
const hostOf = (place: string): string => place.replace(/\/.*/, '')
