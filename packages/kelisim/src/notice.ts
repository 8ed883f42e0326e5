export { answer } from '@kelisim/core/answer'
import type { ShowView } from '@kelisim/core'
import { mayAsk } from '@kelisim/core/may-ask'
import { showNotice } from '@kelisim/ui/notice'

/** Shows the notice, unless this page is in a frame where nobody may be asked. */
export const show: ShowView = (state, running, messages) => {
  if (mayAsk(state.options)) return showNotice(state, running, messages)
  running.dismiss()
  return undefined
}
