import type { Asked, CategoryAsked } from '../../../core/src/model/asked.ts'
import type { Decision } from '../../../core/src/model/decision.ts'
import type { Options, Service } from '../../../core/src/model/options.ts'
import type { ConsentRecord } from '../../../core/src/on-demand/consent-record.ts'

/** What a visitor's own record is made of. */
export interface ReceiptFacts {
  readonly options: Options
  readonly asked: Asked
  readonly decision: Decision
  /** Oldest first. */
  readonly records: readonly ConsentRecord[]
  /** The site: origin and path. */
  readonly page: string
  /** Writes a text of the owner's in the language of the decision. */
  readonly own: (text: Service['purpose']) => string
  readonly nameOf: (category: CategoryAsked) => string
}

/** One category as it was answered. */
export interface Answered {
  readonly category: CategoryAsked
  readonly isAllowed: boolean
  /** Whether each service in it is allowed, which may differ. */
  readonly services: readonly { readonly service: Service; readonly isAllowed: boolean }[]
}

/** Lists the answers of a decision to what is asked today. */
export function answered({
  asked,
  decision,
}: {
  readonly asked: Asked
  readonly decision: Pick<Decision, 'categories' | 'services'>
}): Answered[] {
  const [, ...optional] = asked.categories.values()
  return optional
    .filter(({ id }) => Object.hasOwn(decision.categories, id))
    .map((category) => {
      const isAllowed = decision.categories[category.id] === true
      const services = category.services.map((service) => ({
        service,
        isAllowed: decision.services[service.id] ?? isAllowed,
      }))
      return { category, isAllowed, services }
    })
}

/** Where the data of a service goes: codes of countries. */
export const countriesOf = ({ country, countries }: Service): readonly string[] =>
  countries ?? (country ? [country] : [])
