/** What a preview tells Studio when something in it took the keyboard by itself. */
export const FOCUS_TAKEN = 'kelisim-studio:focus-taken'

/**
 * Gives the keyboard back to where it was when a preview has taken it: the dialog does so when it opens,
 * and who types would type into it. Returns its undo.
 */
export function keepFocus(frame: HTMLIFrameElement): () => void {
  let last: HTMLElement | undefined
  const note = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement && target !== frame) last = target
  }
  const giveBack = ({ source, data }: MessageEvent): void => {
    if (source === frame.contentWindow && data === FOCUS_TAKEN) last?.focus({ preventScroll: true })
  }
  document.addEventListener('focusin', note)
  addEventListener('message', giveBack)
  return () => {
    document.removeEventListener('focusin', note)
    removeEventListener('message', giveBack)
  }
}
