import type { Consent } from '../../../packages/core/src/consent.ts'
import type { Tab } from '../tab.ts'

/** What the pages of the shop have on their window, for functions that run there. */
declare global {
  var kelisim: Consent & { push(item: unknown): void }
  var ran: string[]
  var faults: string[]
  var heard: string[]
}

/** Names of what has run, sorted: parallel loads end in any order. */
export function runs(tab: Tab): Promise<string[]> {
  return tab.evaluate(() => [...ran].sort())
}

/** Everything that the page's own scripts can find stored in the browser. */
export function storage(tab: Tab) {
  return tab.evaluate(async () => ({
    cookie: document.cookie,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
  }))
}

/** What the records say, without times and ids. */
export function recordedEvents(tab: Tab): Promise<string[]> {
  return tab.evaluate(async () => {
    const records = await kelisim.records()
    return records.map(({ event, method, action, categories }) => {
      const allowed = Object.keys(categories).filter((id) => categories[id])
      return [event, method, action, allowed.join('+') || 'nothing'].join(' ')
    })
  })
}
