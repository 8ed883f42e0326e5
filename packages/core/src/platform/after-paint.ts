const LONGEST_MS = 200

/**
 * Resolves once the page has been painted: a person waits for it to answer a click. A hidden page gets no
 * frames, and so does a frame that is out of view; they are not waited for.
 */
export const afterPaint = (): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, document.hidden ? 0 : LONGEST_MS)
    requestAnimationFrame(() => setTimeout(done))
  })
