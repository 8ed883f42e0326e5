import { addressOf, isAt } from '@kelisim/core/service-of'
import type { CreateLayer } from '@kelisim/core/layer'
import { findLanguage } from '@kelisim/core/find-language'
import { mayAsk } from '@kelisim/core/may-ask'
import { mountPlaceholders } from '@kelisim/ui/placeholders'

type AnswerFile = typeof import('@kelisim/core/answer')

/** Makes what stands in for held embeds. Answers are taken by the core's own file for them. */
export const create: CreateLayer = (ports) => {
  const { state } = ports
  const { files, options, report } = state
  return mountPlaceholders({
    ...ports,
    addressOf,
    isAt,
    mayAsk: mayAsk(options),
    findLanguage: () => findLanguage(options),
    async respond(request, by) {
      try {
        await files.use('answer', (file: AnswerFile) => file.answer(state, request, by))
      } catch (cause) {
        report('load-failed', 'answer', cause)
      }
    },
  })
}
