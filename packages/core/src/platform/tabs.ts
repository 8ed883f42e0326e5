import { page } from './page.ts'

/**
 * Calls back whenever the stored decision may have changed elsewhere: another tab noted an answer, the
 * visitor came back to this tab, or the page was restored from the back-forward cache.
 *
 * The note of an answer in local storage is the message; unlike an open BroadcastChannel it keeps no page
 * out of the back-forward cache. It is only a hint: nothing is read from it.
 *
 * @returns Undo.
 */
export function connectTabs(onHint: () => void): () => void {
  const sources: [EventTarget, string][] = [
    [window, 'storage'],
    [window, 'pageshow'],
    [page, 'visibilitychange'],
  ]
  for (const [target, type] of sources) target.addEventListener(type, onHint)
  return () => {
    for (const [target, type] of sources) target.removeEventListener(type, onHint)
  }
}
