const LONGEST_MS = 200

/**
 * Resolves once the page has been painted: a person waits for it to answer a click. A hidden page is not
 * painted, and a page in an `<iframe>` out of view may not be; neither is waited for.
 */
export const afterPaint = (): Promise<void> =>
  new Promise((done) => {
    if (document.hidden) return void setTimeout(done)
    setTimeout(done, LONGEST_MS)
    requestAnimationFrame(() => setTimeout(done))
  })
