/** When one file was asked for, and when it had come; milliseconds since the navigation started. */
export interface Fetched {
  readonly path: string
  readonly startMs: number
  readonly endMs: number
}

/** A point in the window, in CSS pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** What the probe in the page offers. All times are milliseconds since the navigation started. */
export interface Probe {
  /** Times of the last click: the event itself, and the frame after its listeners. */
  clickMs: number
  paintedMs: number
  layoutShift: number
  /** Tasks above 50 ms. */
  readonly longTasks: { readonly startMs: number; readonly ms: number }[]
  /** Middle of a control that can be clicked now; `>>>` in the selector leads into a shadow root. */
  usable(selector: string): Point | undefined
  /** Looks in every frame until a control can be clicked, and says when that was. */
  whenUsable(selector: string): Promise<number>
  /** Clicks by code in every frame until the cookies match a pattern; says how long it was in vain. */
  insist(selector: string, answered: string): Promise<number>
  fetched(): Fetched[]
}

declare global {
  /** When each gated script ran. */
  var gatedRan: number[]
  var probe: Probe
  /** What is waited for in every frame, where it is; milliseconds. */
  var awaited: Promise<number> | undefined
}

/** Runs in the page before any of its scripts. It has to stand alone, because it is sent as text. */
export function installProbe(): void {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const find = (selector: string): Element | null => {
    const [outer = '', inner] = selector.split(' >>> ')
    const host = document.querySelector(outer)
    return inner ? (host?.shadowRoot?.querySelector(inner) ?? null) : host
  }
  const topmost = (x: number, y: number): Element | null => {
    let top = document.elementFromPoint(x, y)
    while (top?.shadowRoot) {
      const inner = top.shadowRoot.elementFromPoint(x, y)
      if (!inner || inner === top) break
      top = inner
    }
    return top
  }
  const probe: Probe = {
    clickMs: 0,
    paintedMs: 0,
    layoutShift: 0,
    longTasks: [],
    usable(selector) {
      const control = find(selector)
      if (!control?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return
      const box = control.getBoundingClientRect()
      const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
      return control.contains(topmost(point.x, point.y)) ? point : undefined
    },
    async whenUsable(selector) {
      while (!probe.usable(selector)) await nextFrame()
      return performance.now()
    },
    async insist(selector, answered) {
      const pattern = new RegExp(answered)
      const start = await probe.whenUsable(selector)
      while (true) {
        const now = performance.now()
        const control = find(selector) as HTMLElement | null
        control?.click()
        if (pattern.test(document.cookie)) return now - start
        await nextFrame()
      }
    },
    fetched: () =>
      performance.getEntriesByType('resource').map((entry) => ({
        path: new URL(entry.name).pathname,
        startMs: entry.startTime,
        endMs: (entry as PerformanceResourceTiming).responseEnd,
      })),
  }
  globalThis.probe = probe
  globalThis.gatedRan = []
  addEventListener(
    'click',
    ({ timeStamp, isTrusted }) => {
      if (!isTrusted) return
      probe.clickMs = timeStamp
      // A message that is sent in a frame comes right after it was drawn.
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => (probe.paintedMs = performance.now()))
      port1.start()
      requestAnimationFrame(() => port2.postMessage(''))
    },
    true,
  )
  const observe = (type: string, note: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
    })
  observe('layout-shift', (entry) => {
    probe.layoutShift += (entry as unknown as { value: number }).value
  })
  observe('longtask', ({ startTime, duration }) => {
    probe.longTasks.push({ startMs: startTime, ms: duration })
  })
}
