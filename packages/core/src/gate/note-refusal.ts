import type { State } from '../state.ts'

type AnswerFile = typeof import('../on-demand/answer.ts')
/** What tells the visitor. */
interface TellFile {
  readonly tellTakenBack: (state: State) => () => void
}

/**
 * Writes down that Global Privacy Control, on since the last answer, has taken back what was allowed of
 * marketing: it is refused without that already, but neither the record nor a server would know. The visitor
 * is told, once.
 *
 * @param life Ends what is told.
 */
export async function noteRefusal(state: State, life: AbortSignal): Promise<void> {
  const { asked, files, report, running } = state
  const stored = running?.read()
  if (!running?.platform.gpc || !stored || !/:2[:.~]/.test(stored.text)) return
  if (!asked.categories.has('marketing')) return
  const request = { categories: ['marketing'], allowed: false }
  try {
    await files.use('answer', (file: AnswerFile) => file.answer(state, request, { action: 'gpc' }))
  } catch (cause) {
    return report('load-failed', 'answer', cause)
  }
  try {
    await files.use('upcoming', ({ tellTakenBack }: TellFile) => {
      if (!life.aborted) life.addEventListener('abort', tellTakenBack(state))
    })
  } catch (cause) {
    report('load-failed', 'upcoming', cause)
  }
}
