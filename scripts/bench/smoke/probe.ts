/** When one file was asked for, and when it had come; milliseconds since the navigation started. */
export interface Fetched {
  readonly path: string
  readonly startMs: number
  readonly endMs: number
}

/** What the page knows about itself, in milliseconds since the navigation started. */
export interface Seen {
  /** When the button could be clicked; 0 while it cannot. */
  readonly usableMs: number
  readonly clickMs: number
  /** When each gated script ran. */
  readonly ran: readonly number[]
  readonly firstPaintMs: number
  readonly layoutShift: number
  readonly fetched: readonly Fetched[]
  /** Middle of the button, where it is now. */
  readonly x: number
  readonly y: number
}

declare global {
  var gatedRan: number[] | undefined
  var probe: { usableMs: number; clickMs: number; layoutShift: number; button?: Element }
}

/** Runs in the page before any of its scripts; looks in every frame whether somebody can agree. */
export function probeInPage(): void {
  const probe: typeof globalThis.probe = { usableMs: 0, clickMs: 0, layoutShift: 0 }
  globalThis.probe = probe
  const buttons = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => {
      if (element.shadowRoot) return buttons(element.shadowRoot)
      return element.localName === 'button' ? [element] : []
    })
  const topmost = (x: number, y: number): Element | null => {
    let top = document.elementFromPoint(x, y)
    while (top?.shadowRoot) {
      const inner = top.shadowRoot.elementFromPoint(x, y)
      if (!inner || inner === top) break
      top = inner
    }
    return top
  }
  const look = () => {
    for (const button of buttons(document)) {
      if (!button.textContent?.includes('Принять все')) continue
      const box = button.getBoundingClientRect()
      const x = box.x + box.width / 2
      const y = box.y + box.height / 2
      const isSeen = button.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      if (!isSeen || !button.contains(topmost(x, y))) continue
      probe.usableMs = performance.now()
      probe.button = button
      return
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  addEventListener('click', ({ timeStamp }) => (probe.clickMs ||= timeStamp), true)
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      probe.layoutShift += (entry as unknown as { value: number }).value
  }).observe({ type: 'layout-shift', buffered: true })
}

/** Reads what the page saw so far. */
export function readProbe(): Seen {
  const fetched = performance.getEntriesByType('resource').map((entry) => ({
    path: new URL(entry.name).pathname,
    startMs: entry.startTime,
    endMs: (entry as PerformanceResourceTiming).responseEnd,
  }))
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (page) fetched.unshift({ path: 'page', startMs: 0, endMs: page.responseEnd })
  if (page)
    fetched.push({
      path: 'DOMContentLoaded',
      startMs: page.domContentLoadedEventEnd,
      endMs: page.domContentLoadedEventEnd,
    })
  const { button, ...times } = probe
  // It may have come in with an animation.
  const { x, y, width, height } = button?.getBoundingClientRect() ?? new DOMRect()
  return {
    ...times,
    x: x + width / 2,
    y: y + height / 2,
    ran: globalThis.gatedRan ?? [],
    firstPaintMs: performance.getEntriesByName('first-paint')[0]?.startTime ?? 0,
    fetched,
  }
}
