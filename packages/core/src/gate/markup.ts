import { page } from '../platform/page.ts'
import { openFrame } from './frame.ts'
import { HELD } from './held.ts'
import { connectLayer, type LayerPorts } from './layer.ts'
import type { GatePorts, Opener, Opening } from './gate-ports.ts'
import type { Schedule } from './schedule.ts'
import { openScript } from './script.ts'
import { nameService } from './service-of.ts'
import { openTemplate } from './template.ts'

// Where the owner wants the table of what is used.
const DECLARATION = 'kelisim-declaration,[data-kelisim=declaration]'

/** In place of a timer: no look is to be begun. */
const HOLD = -1

/** The gate of the page's elements. */
export interface MarkupGate extends Opener {
  /** Watches another root. */
  scan(root: Node): void
  /** Leaves what comes to the page to the next `open()`. */
  hold(): void
  /** Closes everything and stops watching. */
  stop(): void
}

/** Holds and watches the page's gated elements. */
export function createMarkupGate(ports: GatePorts, schedule: Schedule): MarkupGate {
  const { allows, memory, report, services, state } = ports
  const opened = new Map<Element, AbortController>()
  const once = new WeakSet<Element>()
  const roots: ParentNode[] = []
  // The timer of the next look.
  let due: ReturnType<typeof setTimeout> | typeof HOLD | undefined
  const find = (selector: string): Element[] =>
    roots.flatMap((root) => [...root.querySelectorAll(selector)])
  const lookAgain = (ms: number) => setTimeout(open, ms)

  /** Nobody is asked about its service, so nothing opens it. */
  const isLeftOut = (element: Element): boolean => {
    const id = element.getAttribute('data-service')
    return services.some((service) => service.id === id && !service.category)
  }
  const isAllowed = (element: Element): boolean =>
    !isLeftOut(element) &&
    (once.has(element) ||
      allows(element.getAttribute('data-category') ?? '', element.getAttribute('data-service')))
  const activate = (element: Element, signal: AbortSignal): void => {
    // The page may have removed it, or the visitor withdrawn, while it waited for its turn.
    if (signal.aborted || !element.isConnected) return
    const opening: Opening = { ...ports, signal, done: () => schedule.done(element.id) }
    try {
      if (element instanceof HTMLScriptElement) openScript(element, opening)
      else if (element instanceof HTMLTemplateElement) openTemplate(element, opening)
      else openFrame(element as HTMLIFrameElement, opening)
    } catch (cause) {
      // It is no address at all, or the page's Trusted Types forbid it.
      report('script-failed', element, cause)
    }
  }
  const open = (): void => {
    due = undefined
    const held: Element[] = []
    for (const element of find(HELD)) {
      if (opened.has(element) || memory.done.has(element)) continue
      const isEmbed = element.localName !== 'script'
      if (isEmbed) nameService(element, services)
      if (!isAllowed(element)) {
        if (isEmbed) held.push(element)
      } else if (isComplete(element)) {
        const controller = new AbortController()
        const after = element.getAttribute('data-after')?.split(' ') ?? []
        opened.set(element, controller)
        schedule.add(after, () => activate(element, controller.signal))
      } else due ||= lookAgain(50)
    }
    placeholders?.show(held)
    declaration?.show(find(DECLARATION).filter(isComplete))
    upcoming?.show(state.options.policy?.upcoming ? [page.documentElement] : [])
  }
  const observer = new MutationObserver(() => {
    // One look per task, however many elements come and go in it.
    due ||= lookAgain(0)
  })
  const close = (all?: boolean): void => {
    for (const [element, controller] of opened) {
      if (!all && isAllowed(element)) continue
      opened.delete(element)
      controller.abort()
    }
  }
  const layerPorts: LayerPorts = {
    state,
    openOnce(element) {
      once.add(element)
      open()
      return () => {
        once.delete(element)
        close()
        open()
      }
    },
  }
  const layers = ['placeholders', 'declaration', 'upcoming'].map((name) =>
    connectLayer(name, layerPorts),
  )
  const [placeholders, declaration, upcoming] = layers
  return {
    open,
    close,
    hold() {
      clearTimeout(due)
      due = HOLD
    },
    scan(root) {
      roots.push(root as unknown as ParentNode)
      observer.observe(root, { childList: true, subtree: true })
    },
    stop() {
      observer.disconnect()
      clearTimeout(due)
      roots.length = 0
      for (const layer of layers) layer.stop()
      close(true)
    },
  }
}

/**
 * While the page is being parsed, its last element may still be growing. Beside <head> and <body> there
 * may be elements of ours, which say nothing about how far the parser is.
 */
function isComplete(element: Element): boolean {
  const { documentElement, head, body, readyState } = page
  let node: Node = element
  while (node.parentNode && node.parentNode !== documentElement) {
    if (node.nextSibling) return true
    node = node.parentNode
  }
  return readyState !== 'loading' || (node === head && !!body)
}
