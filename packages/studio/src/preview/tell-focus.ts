import { FOCUS_TAKEN } from './keep-focus.ts'

/** For how long a dialog that has opened may still move the keyboard. */
const SETTLED_AFTER_MS = 300

/** Tells Studio when the notice takes the keyboard by itself, and not because a person went there. */
export function tellFocus(): void {
  let isOver = false
  const end = (): void => {
    isOver = true
  }
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, end, true)
  addEventListener('focusin', () => {
    if (isOver) return
    parent.postMessage(FOCUS_TAKEN, location.origin)
    setTimeout(end, SETTLED_AFTER_MS)
  })
}
