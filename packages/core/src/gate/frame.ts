import { isLoadable } from './address.ts'
import type { Opening } from './gate-ports.ts'

/** Gives a held frame its address. Withdrawal takes it away again, which unloads the frame. */
export function openFrame(frame: HTMLIFrameElement, { signal, report, done }: Opening): void {
  const { kelisimSrc, src } = frame.dataset
  const address = kelisimSrc ?? src
  if (!address) return report('not-inert', frame)
  if (kelisimSrc === undefined) report('lazy-source', frame)
  if (!isLoadable(address)) return report('bad-url', frame)
  // Put in place again it counts as added by script, and no browser restores its address from history.
  frame.parentNode?.insertBefore(frame, frame)
  frame.src = address
  signal.addEventListener('abort', () => {
    // Without src a frame keeps what it shows.
    frame.src = 'about:blank'
    frame.removeAttribute('src')
  })
  done()
}
