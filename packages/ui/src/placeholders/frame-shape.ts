import { standIn } from './stand-in.ts'

/**
 * Gives the host of a template the size that the frame in it will have, as far as that can be known: an empty
 * frame of the same looks is measured in its place. Without a frame it is as wide as the page allows.
 */
export function frameShape(host: HTMLElement, frame: HTMLIFrameElement | null): void {
  host.style.display = 'block'
  if (!frame) return
  const empty = document.createElement('iframe')
  // Nothing else is taken over: it must neither load nor run anything.
  empty.className = frame.className
  empty.width = frame.width
  empty.height = frame.height
  empty.style.cssText = frame.style.cssText
  host.after(empty)
  standIn(host, empty).fit()
  empty.remove()
}
