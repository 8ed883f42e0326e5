import { page } from '../platform/page.ts'
import type { PageMemory } from '../platform/page-memory.ts'
import type { State } from '../state.ts'
import { openFrame } from './frame.ts'
import { createOrder, type Order } from './order.ts'
import { openScript } from './script.ts'
import { createSlices, nextTask, type Slices } from './slices.ts'
import { openTemplate } from './template.ts'

/** What an element or a service is opened with. */
export interface Opening extends Pick<State, 'report' | 'files'> {
  /** Aborted when consent is withdrawn. */
  readonly signal: AbortSignal
  /** The nonce that our own tag carries; gated scripts have to carry the same. */
  readonly nonce: string
  readonly memory: PageMemory
  /** Tells that it has loaded. */
  readonly done: () => void
  /** Tells that something was withdrawn that only a reload ends. */
  readonly linger: () => void
}

/** What the gate needs to know and to tell. */
export interface GatePorts extends Omit<Opening, 'signal' | 'done'> {
  readonly allows: (category: string, service?: string) => boolean
  readonly isKnown: (category: string) => boolean
}

/** Holds what is gated until it is allowed. */
export interface Gate {
  readonly order: Order
  readonly slices: Slices
  /** Closes what is open and no longer allowed. */
  close(): void
  /** Opens what is allowed and still held. */
  open(afterPaint?: boolean): void
  /** Watches another root, for example a closed shadow root. */
  scan(root: ParentNode & Node): void
  /** Closes everything and stops watching. */
  stop(): void
}

const HELD =
  'script[type="text/plain"],template,iframe[data-kelisim-src]:not([src]),iframe[data-src]:not([src])'

/** Starts to hold and watch the page's gated elements. */
export function createGate(ports: GatePorts): Gate {
  const { allows, isKnown, report, memory } = ports
  const order = createOrder()
  const slices = createSlices()
  const opened = new Map<HTMLElement, AbortController>()
  const roots = new Set<ParentNode>()
  let due = false

  const activate = (element: HTMLElement, signal: AbortSignal): void => {
    // The page may have removed it, or the visitor withdrawn, while it waited for its turn.
    if (signal.aborted || !element.isConnected) return
    const opening = { ...ports, signal, done: () => order.done(element.id) }
    try {
      if (element instanceof HTMLScriptElement) openScript(element, opening)
      else if (element instanceof HTMLTemplateElement) openTemplate(element, opening)
      else openFrame(element as HTMLIFrameElement, opening)
    } catch (cause) {
      // Only Trusted Types make an assignment to a script throw.
      report('trusted-types', element, cause)
    }
  }
  const look = (element: HTMLElement, afterPaint: boolean): void => {
    const { category = '', service, after = '' } = element.dataset
    if (opened.has(element) || memory.done.has(element)) return
    if (!element.matches(HELD) || !isKnown(category)) {
      memory.done.add(element)
      report(isKnown(category) ? 'not-inert' : 'unknown-category', element)
    } else if (allows(category, service) && isComplete(element)) {
      const controller = new AbortController()
      opened.set(element, controller)
      order.after(after.split(/\s+/).filter(Boolean), () =>
        slices.add(() => activate(element, controller.signal), afterPaint),
      )
    }
  }
  const open = (afterPaint = false): void => {
    due = false
    for (const root of roots) {
      root.querySelectorAll<HTMLElement>('[data-category]').forEach((element) => look(element, afterPaint))
    }
  }
  // One look per task, however many elements come and go in it.
  const observer = new MutationObserver(() => {
    if (!due) nextTask(open)
    due = true
  })
  const close = (all: boolean): void => {
    opened.forEach((controller, element) => {
      const { category = '', service } = element.dataset
      if (!all && element.isConnected && allows(category, service)) return
      opened.delete(element)
      controller.abort()
    })
  }
  const scan = (root: ParentNode & Node): void => {
    roots.add(root)
    observer.observe(root, { childList: true, subtree: true })
    open()
  }
  scan(page.documentElement)
  return {
    order,
    slices,
    close: () => close(false),
    open,
    scan,
    stop() {
      observer.disconnect()
      roots.clear()
      close(true)
    },
  }
}

/** While the page is being parsed, its last element may still be growing. */
function isComplete(element: Element): boolean {
  let node: Node | null = element
  while (node && !node.nextSibling) node = node.parentNode
  return !!node || page.readyState !== 'loading'
}
