import { page } from '../platform/page.ts'
import type { Opening } from './gate.ts'

const TIMEOUT_MS = 10_000

/**
 * Runs an inert script where it stands, with its own attributes, nonce and text. An external one that
 * fails or gives no answer is tried once more; withdrawn on its way, it stands there inert again.
 *
 * @throws {TypeError} Where the page's Trusted Types forbid an address in data-src.
 */
export function openScript(script: HTMLScriptElement, opening: Opening, isRetry = false): void {
  const { signal, nonce, memory, done, linger, report, freshScript, trusted } = opening
  // Ours is never lent: whoever could add markup to the page would get it run.
  if (nonce && script.nonce !== nonce) return report('no-nonce', script)
  const fresh = freshScript(script)
  const type = script.getAttribute('data-type')
  const address = script.getAttribute('data-src')
  if (address && !fresh.src) fresh.src = trusted().createScriptURL(address)
  if (fresh.src && !/^https?:/.test(fresh.src)) return report('bad-url', script)
  let settled = false
  const ran = (): void => {
    settled = true
    clearTimeout(timer)
    signal.onabort = linger
    done()
  }
  const takeOut = (): void => {
    settled = true
    clearTimeout(timer)
    fresh.replaceWith(script)
    expel(fresh)
  }
  const failed = (): void => {
    // Firefox tells of an error when a script has been taken out.
    if (settled) return
    takeOut()
    if (isRetry) report('script-failed', script)
    else openScript(script, opening, true)
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  memory.done.add(fresh)
  if (type) fresh.type = type
  else fresh.removeAttribute('type')
  // Scripts that are added by script do not wait for each other unless they ask to.
  fresh.async = !script.hasAttribute('defer')
  if (fresh.src) {
    timer = setTimeout(failed, TIMEOUT_MS)
    signal.onabort = takeOut
    fresh.addEventListener('load', ran)
    fresh.addEventListener('error', failed)
  }
  // Into the place of the inert one; where that is the same element, it is put in place again.
  script.parentNode?.insertBefore(fresh, script)
  if (fresh !== script) script.remove()
  if (!fresh.src) ran()
}

/**
 * Keeps a script that is being fetched from ever running: a script whose document changed after it was
 * prepared is not executed. Removing it from the page would not do.
 *
 * Source: HTML Standard, "execute the script element", step 2.
 */
export function expel(script: HTMLScriptElement): void {
  page.implementation.createHTMLDocument('').adoptNode(script)
}
