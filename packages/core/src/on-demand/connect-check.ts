import { page } from '../platform/page.ts'
import type { State } from '../state.ts'

type CheckFile = typeof import('./check.ts')

/**
 * Checks the page once it has loaded, for whoever sets it up. Visitors do not fetch the check unless the page
 * has markup that cannot be held.
 *
 * @param life Ends it.
 */
export function connectCheck(state: State, { signal }: { readonly signal: AbortSignal }): void {
  const { files, report } = state
  const check = async (): Promise<void> => {
    try {
      await files.use('check', (file: CheckFile) => {
        if (signal.aborted) return
        file.checkProfile(state)
        file.checkPage(state)
      })
    } catch (cause) {
      report('load-failed', 'check', cause)
    }
  }
  if (page.readyState === 'complete') void check()
  else addEventListener('load', check, { signal })
}
