import { page } from './page.ts'

/** Connects the tabs of a site. */
export interface Tabs {
  /** Tells the other tabs that the stored decision changed. */
  announce(): void
  /** Stops listening. */
  disconnect(): void
}

/**
 * Calls back whenever the stored decision may have changed elsewhere: another tab told so, the visitor
 * came back to this tab, or the page was restored from the back-forward cache. A message is only a hint;
 * anybody on the page can send one, so nothing is read from it.
 */
export function connectTabs(onHint: () => void): Tabs {
  let channel: BroadcastChannel | undefined
  const open = (): void => {
    try {
      channel ??= new BroadcastChannel('kelisim')
      channel.onmessage = onHint
    } catch {
      // Sandboxed or missing: coming back to the tab still re-reads.
    }
  }
  const close = (): void => {
    channel?.close()
    channel = undefined
  }
  const show = (): void => {
    open()
    onHint()
  }
  open()
  page.addEventListener('visibilitychange', onHint)
  // An open channel would keep some browsers from putting the page into the back-forward cache.
  addEventListener('pagehide', close)
  addEventListener('pageshow', show)
  return {
    announce: () => channel?.postMessage(0),
    disconnect() {
      close()
      page.removeEventListener('visibilitychange', onHint)
      removeEventListener('pagehide', close)
      removeEventListener('pageshow', show)
    },
  }
}
