import type { CategoryAsked } from '../../../core/src/model/asked.ts'
import type { Answers } from '../../../core/src/model/decision.ts'
import type { State } from '../../../core/src/state.ts'

/** What the switches say before the visitor saves. */
export interface Draft {
  readonly isOn: (category: CategoryAsked) => boolean
  /** True while some services are set otherwise than their category. */
  readonly isHalf: (category: CategoryAsked) => boolean
  readonly isServiceOn: (id: string) => boolean
  /** Sets a category and all services in it. */
  readonly setCategory: (category: CategoryAsked, on: boolean) => void
  /** Sets one service; once all agree, the category follows. */
  readonly setService: (category: CategoryAsked, id: string, on: boolean) => void
  readonly answers: () => Answers
}

/** Starts from what is allowed now: nothing on a first visit, nor in a category that is asked again. */
export function createDraft({ asked, consent }: State): Draft {
  const [, ...optional] = asked.categories.values()
  const services = optional.flatMap((category) => category.services)
  const chosen = new Map(optional.map(({ id }) => [id, consent.acceptedCategory(id)]))
  const chosenServices = new Map(services.map(({ id }) => [id, consent.acceptedService(id)]))
  const isOn = ({ id }: { readonly id: string }) => !!chosen.get(id)
  const isServiceOn = (id: string) => !!chosenServices.get(id)
  return {
    isOn,
    isHalf: (category) => category.services.some(({ id }) => isServiceOn(id) !== isOn(category)),
    isServiceOn,
    setCategory(category, on) {
      chosen.set(category.id, on)
      for (const { id } of category.services) chosenServices.set(id, on)
    },
    setService(category, id, on) {
      chosenServices.set(id, on)
      if (category.services.every((service) => isServiceOn(service.id) === on)) {
        chosen.set(category.id, on)
      }
    },
    answers: () => ({
      categories: Object.fromEntries(chosen),
      services: Object.fromEntries(
        services
          .filter(({ id, category }) => isServiceOn(id) !== isOn({ id: category }))
          .map(({ id }) => [id, isServiceOn(id)]),
      ),
    }),
  }
}
