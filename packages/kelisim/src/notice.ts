import type { Messages, ShowView } from '@kelisim/core'
import { answer } from '@kelisim/core/answer'
import { findLanguage } from '@kelisim/core/find-language'
import { HELD } from '@kelisim/core/held'
import { mayAsk } from '@kelisim/core/may-ask'
import { page } from '@kelisim/core/page'
import { showNotice } from '@kelisim/ui/notice'
import type { Scene } from '@kelisim/ui/shell'
import { textsFile } from '@kelisim/ui/words'

type AgeFile = typeof import('@kelisim/ui/age')
type LayoutsFile = typeof import('@kelisim/ui/layouts')
type UpcomingFile = typeof import('./upcoming.ts')
type MigrateFile = typeof import('@kelisim/core/migrate')

/** Shows the notice, unless this page is in a frame where nobody may be asked. */
export const show: ShowView = async (state) => {
  const { asked, files, options, report, running, $language } = state
  const respond: Scene['respond'] = (request, by) => answer(state, request, by)
  if (!running || running.unmount) return
  if (!mayAsk(options)) return running.dismiss()
  const unknown = [...asked.categories.keys()].map((id) => `:not([data-category=${id}])`)
  // Whoever sets up the page is a first visitor too, and has to hear of elements that are not held.
  if (
    page.documentElement.querySelector(
      `[data-category]:not(${HELD}),[data-category]${unknown.join('')}`,
    )
  ) {
    void files.use('check', (file: typeof import('@kelisim/core/check')) => file.checkPage(state))
  }
  $language.set($language.get() || findLanguage(options))
  running.unmount = () => {}
  try {
    // What was told another banner may leave nothing to ask.
    if (options.migrateFrom) await files.use('migrate', (file: MigrateFile) => file.migrate(state))
  } catch (cause) {
    report('load-failed', 'migrate', cause)
  }
  try {
    const [texts, age, layouts, change] = await Promise.all([
      files.use(
        textsFile('notice', $language.get(), state),
        (file: { readonly default: Messages }) => file.default,
      ),
      options.minors && files.use('age', (file: AgeFile) => file.createAge(state)),
      (options.layout ?? options.place) &&
        files.use('layouts', (file: LayoutsFile) => file.layouts),
      options.policy?.archive &&
        files.use('upcoming', (file: UpcomingFile) => file.findChange(state)),
    ])
    // The place for it may still follow in the page.
    if (options.layout === 'inline' && page.readyState === 'loading') {
      await new Promise((go) => page.addEventListener('readystatechange', go, { once: true }))
    }
    // Meanwhile everything may have been undone.
    if (state.running !== running) return
    running.unmount = showNotice({ state, running, respond }, texts, {
      age,
      layouts,
      change: change || undefined,
    })
  } catch (cause) {
    delete running.unmount
    throw cause
  }
  // What lets things run is fetched ahead, so that it is there when the visitor agrees. A failure is
  // told when it is needed.
  await Promise.resolve(files.use('gate', () => {})).catch(() => {})
}
