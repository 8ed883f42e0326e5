import type { Opening } from '../gate/gate.ts'
import { activate } from '../gate/script.ts'
import { runExternal } from './external-script.ts'

/**
 * Tries a gated script once more in the place of the one that failed.
 *
 * @param failed The element that gave an error or no answer; it must not run any more.
 * @param spare An inert copy of it, as it was written.
 */
export async function retry(
  failed: HTMLScriptElement,
  spare: HTMLScriptElement,
  { signal, memory, report, done, linger }: Opening,
): Promise<void> {
  const fresh = spare.cloneNode(true) as HTMLScriptElement
  memory.done.add(fresh)
  const insert = () => {
    activate(fresh)
    failed.replaceWith(fresh)
    return fresh
  }
  try {
    await runExternal(insert, { signal, attempts: 1, dropped: () => fresh.replaceWith(spare) })
    if (signal.aborted) return
    signal.addEventListener('abort', linger)
    done()
  } catch (cause) {
    report(cause === 'timeout' ? 'script-timeout' : 'script-failed', spare, cause)
  }
}
