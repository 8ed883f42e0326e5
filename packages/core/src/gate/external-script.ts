import { page } from '../platform/page.ts'

/** Milliseconds until a script that gave no answer is taken out. */
export const TIMEOUT_MS = 10_000

/** How a script is waited for. */
export interface Waiting {
  /** Aborting takes out a script that is still on its way, so that it never runs. */
  readonly signal: AbortSignal
  readonly timeoutMs?: number | undefined
  /** Called before an element that did not run leaves the page. */
  readonly dropped?: (script: HTMLScriptElement) => void
}

type Outcome = 'loaded' | 'failed' | 'timeout' | 'aborted'

/**
 * Waits until an external script ran. One that fails or gives no answer is tried once more.
 *
 * @param insert Puts a fresh element into the page; called once per attempt.
 * @returns True when it ran, false when it was aborted; rejects with `failed` or `timeout`.
 */
export async function runExternal(
  insert: () => HTMLScriptElement,
  waiting: Waiting,
): Promise<boolean> {
  let outcome = await outcomeOf(insert(), waiting)
  if (outcome === 'failed' || outcome === 'timeout') outcome = await outcomeOf(insert(), waiting)
  if (outcome === 'failed' || outcome === 'timeout') throw outcome
  return outcome === 'loaded'
}

function outcomeOf(
  script: HTMLScriptElement,
  { signal, timeoutMs = TIMEOUT_MS, dropped }: Waiting,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const finish = (outcome: Outcome): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', aborted)
      // Firefox tells of an error when a script has been taken out; by then nobody waits.
      if (outcome !== 'loaded' && script.isConnected) {
        dropped?.(script)
        expel(script)
      }
      resolve(outcome)
    }
    const aborted = (): void => finish('aborted')
    const timer = setTimeout(finish, timeoutMs, 'timeout')
    signal.addEventListener('abort', aborted)
    script.addEventListener('load', () => finish('loaded'))
    script.addEventListener('error', () => finish('failed'))
  })
}

/**
 * Keeps a script that is being fetched from ever running: a script whose document changed after it was
 * prepared is not executed. Removing it from the page would not do.
 *
 * Source: HTML Standard, "execute the script element", step 2.
 */
function expel(script: HTMLScriptElement): void {
  page.implementation.createHTMLDocument('').adoptNode(script)
}
