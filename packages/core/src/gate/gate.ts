import { page } from '../platform/page.ts'
import type { PageMemory } from '../platform/page-memory.ts'
import type { State } from '../state.ts'
import type { freshScript, trusted } from './fresh-script.ts'
import { createOrder, type Order } from './order.ts'
import { openScript } from './script.ts'
import { createSlices, type Slices } from './slices.ts'

type EmbedsFile = typeof import('../on-demand/embeds.ts')

/** What an element or a service is opened with. */
export interface Opening extends Pick<State, 'report' | 'files'> {
  /** Aborted when consent is withdrawn. */
  readonly signal: AbortSignal
  /** The nonce that our own tag carries; gated scripts have to carry the same. */
  readonly nonce: string
  readonly memory: PageMemory
  /** Handed on, because a page may allow a Trusted Types policy only once. */
  readonly freshScript: typeof freshScript
  readonly trusted: typeof trusted
  /** Tells that it has loaded. */
  readonly done: () => void
  /** Tells that something was withdrawn that only a reload ends. */
  readonly linger: () => void
}

/** What the gate needs to know and to tell. */
export interface GatePorts extends Omit<Opening, 'signal' | 'done'> {
  readonly allows: (category: string, service?: string | null) => boolean
}

/** Holds what is gated until it is allowed. */
export interface Gate {
  readonly order: Order
  readonly slices: Slices
  /** Closes what is open and no longer allowed; `all` closes everything. */
  close(all?: boolean): void
  /** Opens what is allowed and still held. */
  open(afterPaint?: boolean): void
  /** Watches another root, for example a closed shadow root. */
  scan(root: ParentNode & Node): void
  /** Closes everything and stops watching. */
  stop(): void
}

/** What is held: only elements of these kinds, which have no named properties that could hide their own. */
export const HELD =
  'script[type="text/plain"][data-category],template[data-category],iframe[data-category]:not([src])'

/** Starts to hold and watch the page's gated elements. */
export function createGate(ports: GatePorts): Gate {
  const { allows, report, memory, files } = ports
  const order = createOrder()
  const slices = createSlices()
  const opened = new Map<Element, AbortController>()
  const roots: ParentNode[] = []
  let due: ReturnType<typeof setTimeout> | undefined
  const lookAgain = (ms: number) => setTimeout(open, ms)

  const isAllowed = (element: Element): boolean =>
    allows(element.getAttribute('data-category') ?? '', element.getAttribute('data-service'))
  const activate = (element: Element, signal: AbortSignal): void => {
    // The page may have removed it, or the visitor withdrawn, while it waited for its turn.
    if (signal.aborted || !element.isConnected) return
    const opening = { ...ports, signal, done: () => order.done(element.id) }
    try {
      if (element instanceof HTMLScriptElement) openScript(element, opening)
      else void files.use('embeds', (file: EmbedsFile) => file.openEmbed(element, opening))
    } catch (cause) {
      // It is no address at all, or the page's Trusted Types forbid it.
      report('script-failed', element, cause)
    }
  }
  const open = (afterPaint = false): void => {
    due = undefined
    for (const root of roots) {
      for (const element of root.querySelectorAll(HELD)) {
        if (opened.has(element) || memory.done.has(element) || !isAllowed(element)) continue
        if (!isComplete(element)) {
          due ||= lookAgain(50)
          continue
        }
        const controller = new AbortController()
        const after = element.getAttribute('data-after')?.split(' ') ?? []
        opened.set(element, controller)
        order.after(after, () => slices.add(() => activate(element, controller.signal), afterPaint))
      }
    }
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
  const scan = (root: ParentNode & Node): void => {
    roots.push(root)
    observer.observe(root, { childList: true, subtree: true })
    open()
  }
  scan(page.documentElement)
  return {
    order,
    slices,
    close,
    open,
    scan,
    stop() {
      observer.disconnect()
      clearTimeout(due)
      roots.length = 0
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
