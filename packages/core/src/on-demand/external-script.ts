import { expel } from '../gate/script.ts'

/** Milliseconds until a script that gave no answer is taken out. */
export const TIMEOUT_MS = 10_000

/** How a script is waited for. */
export interface Waiting {
  /** Aborting takes out a script that is still on its way, so that it never runs. */
  readonly signal: AbortSignal
  readonly attempts: number
  readonly timeoutMs?: number | undefined
  /** Called before an element that must not run any more leaves the page. */
  readonly dropped?: () => void
}

type Outcome = 'loaded' | 'failed' | 'timeout' | 'aborted'

/**
 * Waits until an external script ran.
 *
 * @param insert Puts a fresh element into the page; called once per attempt.
 * @returns Resolves when it ran or was aborted; rejects with `failed` or `timeout` after the last attempt.
 */
export async function runExternal(
  insert: () => HTMLScriptElement,
  waiting: Waiting,
): Promise<void> {
  let outcome: Outcome = 'failed'
  for (let attempt = 0; attempt < waiting.attempts; attempt++) {
    outcome = await outcomeOf(insert(), waiting)
    if (outcome === 'loaded' || outcome === 'aborted') return
  }
  throw outcome
}

function outcomeOf(
  script: HTMLScriptElement,
  { signal, timeoutMs = TIMEOUT_MS, dropped }: Waiting,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const finish = (outcome: Outcome): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', aborted)
      if (outcome === 'aborted') dropped?.()
      if (outcome === 'aborted' || outcome === 'timeout') expel(script)
      resolve(outcome)
    }
    const aborted = (): void => finish('aborted')
    const timer = setTimeout(finish, timeoutMs, 'timeout')
    signal.addEventListener('abort', aborted)
    script.addEventListener('load', () => finish('loaded'))
    script.addEventListener('error', () => finish('failed'))
  })
}
