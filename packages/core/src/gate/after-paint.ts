/** Calls back once the page has been painted: a person waits for it to answer a click. */
export function afterPaint(run: () => void): void {
  // A hidden page gets no frames.
  if (document.hidden) setTimeout(run)
  else requestAnimationFrame(() => setTimeout(run))
}
