import { page } from '../platform/page.ts'
import type { Opening } from './gate.ts'
import { isLoadable } from './address.ts'
import { trustedUrl } from './trusted-url.ts'

const TIMEOUT_MS = 10_000

/**
 * Runs an inert script where it stands, with its own attributes, nonce and text. An external one that
 * fails or gives no answer is tried once more; withdrawn on its way, it stands there inert again.
 *
 * The very element is put back in place with its type changed. That needs no blessing under Trusted
 * Types, and the parser's mark is gone from it by then, so it counts as added by script.
 *
 * Source: HTML Standard, "prepare the script element", steps 1 to 9.
 */
export function openScript(script: HTMLScriptElement, opening: Opening): void {
  const { signal, nonce, memory, done, linger, report, files } = opening
  // Ours is never lent: whoever could add markup to the page would get it run.
  if (nonce && script.nonce !== nonce) return report('no-nonce', script)
  const address = script.getAttribute('src') ?? script.dataset['src']
  const spare = script.cloneNode(true) as HTMLScriptElement
  const loaded = (): void => {
    stopWaiting()
    signal.addEventListener('abort', linger)
    done()
  }
  const stopWaiting = (): void => {
    clearTimeout(timer)
    signal.removeEventListener('abort', withdrawn)
  }
  const withdrawn = (): void => {
    stopWaiting()
    script.replaceWith(spare)
    expel(script)
  }
  const failed = (): void => {
    stopWaiting()
    files.use('retry', (file: typeof import('../on-demand/retry.ts')) => file.retry(script, spare, opening))
  }
  let timer = 0
  if (address !== undefined) {
    if (!isLoadable(address)) return report('bad-url', address)
    script.addEventListener('load', loaded)
    script.addEventListener('error', failed)
    signal.addEventListener('abort', withdrawn)
    timer = setTimeout(failed, TIMEOUT_MS) as unknown as number
  }
  memory.done.add(script)
  activate(script)
  script.parentNode?.insertBefore(script, script)
  if (address === undefined) loaded()
}

/** Gives an inert script the type and the address that it was written to have. */
export function activate(script: HTMLScriptElement): void {
  const { src, type } = script.dataset
  if (type) script.type = type
  else script.removeAttribute('type')
  // Scripts that are added by script do not wait for each other unless they ask to.
  script.async = !script.hasAttribute('defer')
  if (src && !script.src) script.src = trustedUrl(src)
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
