/**
 * Keeps the notice above the page. It waits while the page has a modal dialog or fullscreen of its own,
 * and then comes above everything; it never fights for the place.
 *
 * @param signal Aborted when the page need not be followed any more.
 * @returns Puts the notice to its place; to be called after each drawing.
 */
export function keepAbove(root: ShadowRoot, signal: AbortSignal): () => void {
  const settle = () => {
    // Where there is no popover, the z-index of the stylesheet has to do.
    root
      .querySelector('section')
      ?.togglePopover?.(!document.documentElement.querySelector(':modal,:fullscreen'))
  }
  for (const type of ['toggle', 'close', 'fullscreenchange']) {
    addEventListener(type, settle, { capture: true, signal })
  }
  return settle
}
