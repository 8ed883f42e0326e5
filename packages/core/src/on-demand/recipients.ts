import { allows } from '../model/allows.ts'
import type { Asked } from '../model/asked.ts'
import type { Decision } from '../model/decision.ts'
import { isAbroad } from '../model/is-abroad.ts'
import type { Options } from '../model/options.ts'
import type { Recipient } from './consent-record.ts'

/** Lists who gets data under a decision. */
export const recipientsOf = (decision: Decision, asked: Asked, options: Options): Recipient[] =>
  [...asked.services.values()]
    .filter(({ category, id }) => allows(decision, asked, category, id))
    .map((service) => {
      const { id, category, vendor, country, countries = country && [country] } = service
      const { crossBorderReason, legalBasis = category !== 'necessary' && 'consent' } = service
      return {
        service: id,
        ...(vendor && { vendor }),
        ...(countries && { countries }),
        crossBorder: isAbroad(options, service),
        ...(crossBorderReason && { crossBorderReason }),
        ...(legalBasis && { legalBasis }),
      }
    })
