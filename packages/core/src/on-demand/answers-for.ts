import type { Answers } from '../model/decision.ts'
import { inAcceptAll } from '../model/in-accept-all.ts'
import type { State } from '../state.ts'

/** What can be asked of a consent: allow everything or nothing, allow or refuse some names, or answer by name. */
export type Request =
  | boolean
  | {
      /** Accepts or refuses all that is named in `among`. */
      readonly all: boolean
      readonly among: readonly string[]
      /** What else the visitor had set, for categories that "accept all" does not cover. */
      readonly beside?: Answers
    }
  | {
      readonly categories?: readonly string[]
      readonly services?: readonly string[]
      /** @default true */
      readonly allowed?: boolean
    }
  | { readonly answers: Answers }

/**
 * Puts a request into answers by name.
 *
 * @throws {ConsentError} `unknown-category`, `unknown-service`: the message lists the known names.
 */
export function answersFor(request: Request, state: State): Answers {
  const { asked, consent } = state
  if (typeof request === 'boolean')
    return answersFor({ all: request, among: [...asked.categories.keys()] }, state)
  const answers =
    'all' in request
      ? toAll(request, state)
      : 'answers' in request
        ? request.answers
        : {
            categories: each(request.categories, () => request.allowed),
            services: each(request.services, () => request.allowed),
          }
  // To ask about a name that is not known throws.
  Object.keys(answers.categories ?? {}).forEach(consent.acceptedCategory)
  Object.keys(answers.services ?? {}).forEach(consent.acceptedService)
  return answers
}

/** What "accept all" does not cover keeps what was set or allowed before, its services too. */
function toAll(
  { all, among, beside }: Extract<Request, { readonly all: boolean }>,
  { asked, consent }: State,
): Answers {
  const categories = among.flatMap((id) => asked.categories.get(id) ?? [])
  const others = categories.filter((category) => all && !inAcceptAll(category))
  const services = others.flatMap((category) => category.services.map(({ id }) => id))
  const isOther = (id: string) => others.some((category) => category.id === id)
  return {
    categories: each(among, (id) =>
      isOther(id) ? (beside?.categories?.[id] ?? consent.acceptedCategory(id)) : all,
    ),
    services: each(
      services,
      (id) =>
        beside?.services?.[id] ??
        beside?.categories?.[`${asked.services.get(id)?.category}`] ??
        consent.acceptedService(id),
    ),
  }
}

const each = (
  names: Iterable<string> = [],
  answerOf: (name: string) => boolean | undefined,
): Record<string, boolean> =>
  Object.fromEntries([...names].map((name) => [name, answerOf(name) ?? true]))
