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
  // In Firefox the message may be some milliseconds ahead of the cookie, so it is looked for again.
  const heard = () => [0, 50, 500].forEach((ms) => setTimeout(onHint, ms))
  for (const [target, type] of sources) target.addEventListener(type, heard)
  try {
    // WebKit tells only pages that have used the storage themselves.
    localStorage.getItem('kelisim')
  } catch {
    // Coming back to the tab still re-reads.
  }
  return () => {
    for (const [target, type] of sources) target.removeEventListener(type, heard)
  }
}
