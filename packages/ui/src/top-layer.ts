/** Keeps the notice above the page. */
export interface TopLayer {
  /** Shows the notice, or hides it while the page has a dialog or fullscreen of its own. */
  settle(): void
  /** Stops following the page. */
  remove(): void
}

const EVENTS = ['toggle', 'close', 'fullscreenchange']

/**
 * Follows the page's modal dialogs and fullscreen. The notice waits for them and then comes above
 * everything; it never fights for the place.
 */
export function createTopLayer(find: () => HTMLElement | null): TopLayer {
  const settle = () => {
    // Where there is no popover, the z-index of the stylesheet has to do.
    find()?.togglePopover?.(!document.querySelector(':not(:root):is(:modal, :fullscreen)'))
  }
  for (const event of EVENTS) document.addEventListener(event, settle, true)
  return {
    settle,
    remove() {
      for (const event of EVENTS) document.removeEventListener(event, settle, true)
    },
  }
}
