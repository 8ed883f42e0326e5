import { renew } from './element.ts'

/** An answer or a wish that came before there was anybody to take it. */
export interface Held {
  /** The element whose listener is to have it. */
  readonly target: Element
  readonly event: Event
}

/**
 * The element of an instant notice. `held` is there once its script has shown it; markup alone, which may
 * come from strangers, has none.
 */
export interface InstantHost extends HTMLElement {
  held?: Held[]
}

/** Finds the instant notice that is on the screen, if there is one. */
export const instantHost = (): InstantHost | undefined =>
  [...document.querySelectorAll<InstantHost>('kelisim-view')].find((host) =>
    Array.isArray(host.held),
  )

/**
 * Puts the notice into the nodes of an instant one, so that neither what is on the screen nor the focus
 * changes. What a person did meanwhile is handed to the listeners, if it was an answer to the same words.
 *
 * @returns The element to show: the fresh one, still to be put in, where the instant one looks otherwise.
 */
export function takeOver(host: InstantHost, fresh: HTMLElement): HTMLElement {
  const there = host.shadowRoot?.querySelector('section')
  const held = host.held ?? []
  delete host.held
  if (!there || shapeOf(there) !== shapeOf(fresh)) {
    there?.remove()
    return fresh
  }
  const isSame = there.textContent === fresh.textContent
  renew(there, fresh)
  there.hidden = false
  there.removeAttribute('aria-busy')
  if (isSame) queueMicrotask(() => held.forEach(hand))
  return there
}

const shapeOf = (element: Element): string =>
  [...element.querySelectorAll('*')].map(({ localName }) => localName).join()

function hand({ target, event }: Held): void {
  const listener = Reflect.get(target, `on${event.type}`)
  listener?.call(target, event)
}
