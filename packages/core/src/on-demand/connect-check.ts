import { page } from '../platform/page.ts'
import type { State } from '../state.ts'
import { checkTheme } from './check-theme.ts'

// Long enough for files to come and for motion to end.
const DRAWN_MS = 1_000

type CheckFile = typeof import('./check.ts')

/**
 * Checks the page once it has loaded, and the colours of what is shown, for whoever sets it up. Visitors do not fetch the check unless the page
 * has markup that cannot be held.
 *
 * @param life Ends it.
 */
export function connectCheck(state: State, { signal }: { readonly signal: AbortSignal }): void {
  const { files, report, $view } = state
  const told = new Set<string>()
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
  const stop = $view.subscribe((view) => {
    if (view !== 'none') setTimeout(() => signal.aborted || checkTheme(state, told), DRAWN_MS)
  })
  signal.addEventListener('abort', stop)
  if (page.readyState === 'complete') void check()
  else addEventListener('load', check, { signal })
}
