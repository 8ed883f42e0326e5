/** Resolves once the page has been painted: a person waits for it to answer a click. */
export const afterPaint = (): Promise<void> =>
  new Promise((done) => {
    // A hidden page gets no frames.
    if (document.hidden) setTimeout(done)
    else requestAnimationFrame(() => setTimeout(done))
  })
