import type { Messages } from '@kelisim/core'
import en from '@kelisim/locales/validator.en.json'
import kk from '@kelisim/locales/validator.kk.json'
import ru from '@kelisim/locales/validator.ru.json'
import { createTranslate } from '@kelisim/ui/translate'
import { findProblems } from './find-problems.ts'
import { type ProblemCode, writePath } from './problem.ts'
import { sayRepair, sayWhat } from './problem-words.ts'

/** One thing wrong with the options, said to a person. */
export interface OptionProblem {
  /** As code would write it: `services[3].category`; `options` for the options themselves. */
  readonly path: string
  readonly code: ProblemCode
  /** What is wrong at the path. */
  readonly message: string
  /** How to put it right. */
  readonly repair: string
}

const catalogues: Readonly<Record<string, unknown>> = { kk, ru, en }

/**
 * Checks options and says what is wrong with them; empty when they can work.
 *
 * Takes whatever is given and never throws. Nothing of the page is read, so it runs in forms, in tools and
 * on servers too.
 *
 * @param language `kk`, `ru` or `en`; anything else is English.
 */
export function problemsOf(options: unknown, language = 'en'): OptionProblem[] {
  const texts = Object.hasOwn(catalogues, language) ? catalogues[language] : en
  const say = createTranslate(texts as Messages)
  return findProblems(options).map((problem) => ({
    path: writePath(problem.path),
    code: problem.code,
    message: sayWhat(problem, say),
    repair: sayRepair(problem, say),
  }))
}
