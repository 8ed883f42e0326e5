/**
 * Calls back whenever the stored decision may have changed elsewhere: another tab noted an answer, the
 * visitor came back to this tab, or the page was restored from the back-forward cache.
 *
 * The note of an answer in local storage is the message; unlike an open BroadcastChannel it keeps no page
 * out of the back-forward cache. It is only a hint: nothing is read from it.
 *
 * @param life Ends it.
 */
export function connectTabs(onHint: () => void, life: AddEventListenerOptions): void {
  // In Firefox the message may be some milliseconds ahead of the cookie, so it is looked for again.
  const heard = () => [0, 50, 500].forEach((ms) => setTimeout(onHint, ms))
  // Not at once: whoever listens to the storage makes the browser open it, which takes as long as all the rest
  // here. What has come before is found by the look that follows.
  setTimeout(() => {
    for (const type of ['pageshow', 'storage', 'visibilitychange'])
      addEventListener(type, heard, life)
    onHint()
  }, 100)
}
