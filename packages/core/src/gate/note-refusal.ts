import type { State } from '../state.ts'

type AnswerFile = typeof import('../on-demand/answer.ts')

/**
 * Writes down that Global Privacy Control, on since the last answer, has taken back what was allowed of
 * marketing: it is refused without that already, but neither the record nor a server would know.
 */
export async function noteRefusal(state: State): Promise<void> {
  const { asked, files, report, running } = state
  const stored = running?.read()
  if (!running?.platform.gpc || !stored || !/:2[:.~]/.test(stored.text)) return
  if (!asked.categories.has('marketing')) return
  const request = { categories: ['marketing'], allowed: false }
  try {
    await files.use('answer', (file: AnswerFile) => file.answer(state, request, { action: 'gpc' }))
  } catch (cause) {
    report('load-failed', 'answer', cause)
  }
}
