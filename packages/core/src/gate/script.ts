import { runExternal } from './external-script.ts'
import { freshScript, trusted } from './fresh-script.ts'
import type { Opening } from './gate-ports.ts'

/**
 * Runs an inert script where it stands, with its own attributes, nonce and text. An external one that
 * fails or gives no answer is tried once more; withdrawn on its way, it stands there inert again.
 *
 * @throws {TypeError} Where the page's Trusted Types forbid an address in data-src.
 */
export function openScript(script: HTMLScriptElement, opening: Opening): void {
  const { signal, nonce, memory, done, linger, report } = opening
  // Ours is never lent: whoever could add markup to the page would get it run.
  if (nonce && script.nonce !== nonce) return report('no-nonce', script)
  let fresh = activeCopy(script)
  if (fresh.src && !/^https?:/.test(fresh.src)) return report('bad-url', script)
  const insert = (): HTMLScriptElement => {
    if (memory.done.has(fresh)) fresh = activeCopy(script)
    memory.done.add(fresh)
    // Into the place of the inert one; where that is the same element, it is put in place again.
    if (fresh === script) script.parentNode?.insertBefore(fresh, script)
    else script.replaceWith(fresh)
    return fresh
  }
  const ran = (): void => {
    signal.addEventListener('abort', linger)
    done()
  }
  if (fresh.src) {
    runExternal(insert, { signal, dropped: (failed) => failed.before(script) }).then(
      (hasRun) => hasRun && ran(),
      () => report('script-failed', script),
    )
  } else {
    insert()
    ran()
  }
}

/** Copies a script so that it runs once it is in the page. */
function activeCopy(script: HTMLScriptElement): HTMLScriptElement {
  const fresh = freshScript(script)
  const type = script.getAttribute('data-type')
  const address = script.getAttribute('data-src')
  if (address && !fresh.src) fresh.src = trusted().createScriptURL(address)
  if (type) fresh.type = type
  else fresh.removeAttribute('type')
  // Scripts that are added by script do not wait for each other unless they ask to.
  fresh.async = !script.hasAttribute('defer')
  return fresh
}
