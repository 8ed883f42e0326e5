import { page } from '../platform/page.ts'
import type { State } from '../state.ts'
import { inOneTab } from './in-one-tab.ts'
import { leaveOther } from './leave-other.ts'
import { openBox } from './outbox/box.ts'
import { endpointOf } from './outbox/endpoint-of.ts'
import type { Waiting } from './outbox/parcel.ts'
import { createPauses } from './outbox/pause.ts'
import { putBack } from './outbox/put-back.ts'
import { createRoute, type Route, type Tools } from './outbox/route.ts'

/** Brings records to the ledger for as long as the page lives. */
export interface Outbox {
  /**
   * Begins in the page's next idle time.
   *
   * @param unstored What the browser did not keep.
   */
  deliver(unstored: readonly Waiting[]): Promise<void>
}

/**
 * Delivers what waits, on pages that come too, and first forgets the decision of whoever has signed out. What a
 * ledger answers changes nothing that is allowed.
 */
export async function deliver(state: State, unstored: readonly Waiting[] = []): Promise<void> {
  const { running } = state
  if (!running) return
  running.outbox ??= createOutbox(state)
  await running.outbox.deliver(unstored)
}

function createOutbox(state: State): Outbox {
  const { options, report, consent } = state
  const life = new AbortController()
  const { signal } = life
  const box = openBox()
  const pauses = createPauses()
  const routes = new Map<string, Route>()
  const told = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isGoing = false
  let isWanted = false

  const urlOf = ({ country }: Waiting): string | undefined => endpointOf(options.ledger, country)
  const urls = (): readonly string[] => [
    ...new Set(box.list().flatMap((parcel) => urlOf(parcel) ?? [])),
  ]
  const tools: Tools = {
    box,
    pauses,
    waitingFor: (url) => box.list().filter((parcel) => urlOf(parcel) === url),
    tellOnce(code, subject) {
      const what = code + subject
      if (!told.has(what)) report(code, subject)
      told.add(what)
    },
    isOver: () => signal.aborted,
  }
  const routeTo = (url: string): Route => {
    const route = routes.get(url) ?? createRoute(state, url, tools)
    routes.set(url, route)
    return route
  }
  const pass = async (): Promise<void> => {
    const dropped = box.trim()
    if (dropped) report('ledger-full', dropped)
    const away = box.list().find((parcel) => !urlOf(parcel))
    if (away) tools.tellOnce('ledger-missing', away.country ?? 'default')
    if (urls().some((url) => url.startsWith(`${location.origin}/`)))
      await putBack(state, box.list())
    await Promise.all(urls().map((url) => routeTo(url).pass()))
  }
  const run = async (): Promise<void> => {
    isWanted = true
    if (isGoing) return
    isGoing = true
    while (isWanted && !signal.aborted) {
      isWanted = false
      await inOneTab('kelisim-outbox', pass)
    }
    isGoing = false
    // A page that is left in the middle of a pass comes back by another call.
    const [next] = urls()
      .map(pauses.left)
      .filter(Boolean)
      .sort((a, b) => a - b)
    clearTimeout(timer)
    if (next && !signal.aborted) timer = setTimeout(run, next)
  }
  const undo = consent.$status.listen((status) => {
    if (status !== 'idle') return
    undo()
    life.abort()
    clearTimeout(timer)
  })
  addEventListener('pagehide', () => urls().forEach((url) => routeTo(url).last()), { signal })
  const online = (): void => {
    pauses.endGuessed()
    void run()
  }
  addEventListener('online', online, { signal })
  return {
    async deliver(unstored) {
      box.add(unstored)
      for (const route of routes.values()) route.interrupt()
      whenIdle(() => void run(), signal)
      await leaveOther(state)
    },
  }
}

/** Calls back when the page has come and has nothing else to do. */
function whenIdle(run: () => void, signal: AbortSignal): void {
  const idle = (): void => {
    // WebKit has no idle callbacks.
    if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 2_000 })
    else setTimeout(run, 200)
  }
  if (page.readyState === 'complete') idle()
  else addEventListener('load', idle, { once: true, signal })
}
