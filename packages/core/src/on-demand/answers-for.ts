import type { Answers } from '../model/decision.ts'
import type { State } from '../state.ts'

/** What can be asked of a consent: allow everything or nothing, allow or refuse some names, or answer by name. */
export type Request =
  | boolean
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
export function answersFor(request: Request, { asked, consent }: State): Answers {
  if (typeof request === 'boolean') return { categories: each(asked.categories.keys(), request) }
  const answers =
    'answers' in request
      ? request.answers
      : {
          categories: each(request.categories, request.allowed),
          services: each(request.services, request.allowed),
        }
  // To ask about a name that is not known throws.
  Object.keys(answers.categories ?? {}).forEach(consent.acceptedCategory)
  Object.keys(answers.services ?? {}).forEach(consent.acceptedService)
  return answers
}

const each = (names: Iterable<string> = [], allowed = true): Record<string, boolean> =>
  Object.fromEntries([...names].map((name) => [name, allowed]))
