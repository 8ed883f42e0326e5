/**
 * Has the text read out once by screen readers. They tell of a live region only what comes into it after
 * they have met it, so the text is put into its place again a moment later; nothing moves on the screen.
 *
 * Source: WAI-ARIA 1.2, live regions.
 */
export function announce(root: ParentNode): void {
  setTimeout(() => {
    const region = root.querySelector('[role=status]')
    region?.prepend(...region.childNodes)
  }, 200)
}
