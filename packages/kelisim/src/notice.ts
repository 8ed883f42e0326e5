export { answer } from '@kelisim/core/answer'
import type { ShowView } from '@kelisim/core'
import { HELD } from '@kelisim/core/gate'
import { mayAsk } from '@kelisim/core/may-ask'
import { page } from '@kelisim/core/page'
import { showNotice } from '@kelisim/ui/notice'

/** Shows the notice, unless this page is in a frame where nobody may be asked. */
export const show: ShowView = (state, running, messages) => {
  const { asked, files, options } = state
  const unknown = [...asked.categories.keys()].map((id) => `:not([data-category=${id}])`)
  // Whoever sets up the page is a first visitor too, and has to hear of elements that are not held.
  if (
    page.documentElement.querySelector(
      `[data-category]:not(${HELD}),[data-category]${unknown.join('')}`,
    )
  ) {
    void files.use('check', (file: typeof import('@kelisim/core/check')) => file.checkPage(state))
  }
  if (mayAsk(options)) return showNotice(state, running, messages)
  running.dismiss()
  return undefined
}
