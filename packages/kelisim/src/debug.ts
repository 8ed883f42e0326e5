import type { DebugReport, Messages } from '@kelisim/core'
import { findLanguage } from '@kelisim/core/find-language'
import type { State } from '@kelisim/core/state'
import { createTranslate } from '@kelisim/ui/translate'
import { textsFile } from '@kelisim/ui/words'
import { showPanel } from './debug/panel.ts'
import { reportOf } from './debug/report-of.ts'

/**
 * Shows in a panel what is decided, what is held and why, and what is wrong with the page.
 *
 * @param how `{ panel: false }` reports only.
 */
export async function debug(
  state: State,
  how?: { readonly panel?: boolean },
): Promise<DebugReport> {
  const report = await reportOf(state)
  if (how?.panel === false) return report
  const { files, options, running, $language } = state
  const language = $language.get() || findLanguage(options)
  const texts = await files.use(
    textsFile('debug', language, state),
    (file: { readonly default: Messages }) => file.default,
  )
  const remove = showPanel(report, language, createTranslate(texts))
  // It goes with the instance that it tells of.
  if (running) {
    const { stop } = running
    Object.assign(running, {
      stop: () => {
        remove()
        stop()
      },
    })
  }
  return report
}
