import type { Kept, Look } from '../../audit/evidence.ts'

// Everything here is sent into a page, so each function has all it needs inside itself.

/** How the browser draws an element. */
export function lookOf(element: Element): Look {
  const style = getComputedStyle(element)
  return {
    text: `${element.textContent}`.replace(/\s+/g, ' ').trim().slice(0, 80),
    height: Math.round(element.getBoundingClientRect().height),
    fontSize: style.fontSize,
    fontWeight: style.fontWeight,
    color: style.color,
    background: style.backgroundColor,
    border: `${style.borderTopWidth} ${style.borderTopStyle} ${style.borderTopColor}`,
  }
}

/** Names in web storage and databases of the page's own host. */
export async function keptByPage(): Promise<Kept[]> {
  const host = location.hostname
  const of = (kind: Kept['kind'], names: () => string[]): Kept[] => {
    try {
      return names().map((name) => ({ kind, name, host }))
    } catch {
      return []
    }
  }
  const databases = await Promise.resolve()
    .then(() => indexedDB.databases())
    .catch(() => [])
  return [
    ...of('local', () => Object.keys(localStorage)),
    ...of('session', () => Object.keys(sessionStorage)),
    ...of('idb', () => databases.map(({ name = '' }) => name)),
  ]
}

/**
 * Marks the buttons that are visible and stand with text that speaks of consent, so that they can be found
 * again, and tells their words.
 *
 * @param topic Source of an expression for such text.
 * @param attribute Name of the mark; its value is the number in the list.
 */
export function markButtons(topic: string, attribute: string): string[] {
  const about = new RegExp(topic, 'i')
  const found: Element[] = []
  const look = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) look(element.shadowRoot)
      if (element.matches('button,a,[role=button],input[type=button],input[type=submit]'))
        found.push(element)
    }
  }
  const isNear = (element: Element): boolean => {
    let around: Element | null = element
    for (let level = 0; level < 5 && around; level += 1) {
      const text = `${around.textContent}`
      // The whole page speaks of many things.
      if (text.length > 3_000 || around === document.body) return false
      if (about.test(text)) return true
      around = around.parentElement
    }
    return false
  }
  look(document)
  return found
    .filter((element) => element.getClientRects().length > 0 && isNear(element))
    .map((element, index) => {
      element.setAttribute(attribute, `${index}`)
      return `${(element as HTMLInputElement).value || element.textContent}`
    })
}

/** What the page itself says that it uses; null where it does not tell. */
export async function declaredByPage(): Promise<
  { id: string; category?: string; hosts?: string[]; match?: string[]; storage?: never[] }[] | null
> {
  interface Globals {
    readonly [key: symbol]:
      | { readonly owner?: { debug?(how: object): Promise<{ services: never[] }> } }
      | undefined
    readonly CookieConsent?: { getConfig?(name: string): Record<string, { services?: object }> }
    readonly klaro?: {
      getManager?(): { config: { services?: { name: string }[]; apps?: { name: string }[] } }
    }
    readonly tarteaucitron?: { readonly job?: string[] }
    readonly c15tStore?: { getState(): { scripts?: { id: string; category?: string }[] } }
  }
  const page = window as unknown as Globals
  const named = (names: readonly string[]) => names.map((id) => ({ id }))
  try {
    const owner = page[Symbol.for('kelisim')]?.owner
    if (owner?.debug) return (await owner.debug({ panel: false })).services
    const categories = page.CookieConsent?.getConfig?.('categories')
    if (categories) {
      const services = Object.values(categories).flatMap(({ services: each = {} }) =>
        Object.keys(each),
      )
      return services.length > 0 ? named(services) : null
    }
    const config = page.klaro?.getManager?.().config
    if (config) return named((config.services ?? config.apps ?? []).map(({ name }) => name))
    if (page.tarteaucitron?.job) return named(page.tarteaucitron.job)
    const scripts = page.c15tStore?.getState().scripts
    return scripts ? named(scripts.map(({ id }) => id)) : null
  } catch {
    return null
  }
}
