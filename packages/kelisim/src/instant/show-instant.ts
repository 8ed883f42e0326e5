import { methodOf } from '@kelisim/core/method-of'
import { page } from '@kelisim/core/page'
import { refuse } from '@kelisim/core/refuse'
import type { Held, InstantHost } from '@kelisim/ui/take-over'
import css from '../../../ui/src/notice.css?inline'

/**
 * Shows an instant notice. Refusing takes effect here and now; all else that a person does is held, the
 * latest of it, until the notice itself takes over.
 */
export function showInstant(host: InstantHost, root: ShadowRoot): void {
  const section = root.querySelector('section')
  if (!section) return
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css + (host.dataset['css'] ?? ''))
  root.adoptedStyleSheets = [sheet]
  const held: Held[] = (host.held = [])
  const isOurs = (): boolean => host.held === held
  const act = (event: Event): void => {
    const target = targetOf(event, section)
    if (!target || !isOurs()) return
    const isRefusal = target === root.querySelector('[part=choice]')
    if (isRefusal && isKept(host, event, `${root.textContent}`)) return host.remove()
    held[0] = { target, event }
    if (isRefusal || target === section) hide(section)
    else section.ariaBusy = 'true'
  }
  root.addEventListener('click', act)
  root.addEventListener('keydown', act)
  // Another tab may have answered first; then nobody takes over.
  addEventListener('kelisim:consent', () => isOurs() && host.remove())
  // Outside <body>, which some sites replace as a whole.
  page.documentElement.append(host)
  host.hidden = false
  section.togglePopover?.(true)
}

/** What an event is for: a button, or the notice as a whole, which Escape closes. */
function targetOf(event: Event, section: Element): Element | null {
  if (event.type === 'click') return (event.target as Element).closest('button')
  return (event as KeyboardEvent).key === 'Escape' ? section : null
}

function hide(section: HTMLElement): void {
  section.togglePopover?.(false)
  section.hidden = true
}

/** Stores a refusal, and has the core hear of it where that is at work already. */
function isKept({ dataset: { refusal } }: HTMLElement, event: Event, shown: string): boolean {
  if (!refusal || !refuse(JSON.parse(refusal), methodOf(event, event.isTrusted), shown))
    return false
  // The same hint that another tab gives.
  dispatchEvent(new StorageEvent('storage', { key: 'kelisim-pending' }))
  const holder = window as unknown as { kelisim?: unknown[] }
  // An element with the id "kelisim" is no queue.
  if (!Object.hasOwn(holder, 'kelisim')) holder.kelisim = []
  holder.kelisim?.push((api: { records(): unknown }) => api.records())
  return true
}
