const WATCHED_MS = 3_000

/**
 * Keeps the keyboard where it is while a frame shows something new: a dialog in there takes it as soon as
 * it opens, and who types would type into the dialog.
 */
export function keepFocus(frame: HTMLIFrameElement | null): void {
  const before = document.activeElement
  if (!frame || before === frame || !(before instanceof HTMLElement)) return
  frame.inert = true
  const giveBack = (): void => {
    if (document.activeElement === frame) before.focus({ preventScroll: true })
  }
  frame.addEventListener('focus', giveBack)
  setTimeout(() => {
    frame.removeEventListener('focus', giveBack)
    frame.inert = false
  }, WATCHED_MS)
}
