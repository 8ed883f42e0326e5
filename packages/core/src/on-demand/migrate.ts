import { carryOver } from '../earlier/carry-over.ts'
import type { ReadEarlier } from '../earlier/earlier-choice.ts'
import { readKlaro } from '../earlier/klaro.ts'
import { readTarteaucitron } from '../earlier/tarteaucitron.ts'
import { readVanilla } from '../earlier/vanilla-cookieconsent.ts'
import type { Answers } from '../model/decision.ts'
import type { MigrateFrom, Options } from '../model/options.ts'
import type { Platform } from '../platform/platform.ts'
import { cookieValues } from '../record/read-decision.ts'
import type { State } from '../state.ts'
import { sweepCookies } from './sweep-cookies.ts'

type AnswerFile = typeof import('./answer.ts')

const DAY_MS = 864e5

/** How each banner keeps its answer, and under which name unless the owner has chosen another. */
const banners: Readonly<Record<string, readonly [name: string, read: ReadEarlier]>> = {
  'vanilla-cookieconsent': ['cc_cookie', readVanilla],
  klaro: ['klaro', readKlaro],
  tarteaucitron: ['tarteaucitron', readTarteaucitron],
}

/**
 * Takes over what the visitor has told the banner that was on the site before, once: what it has kept is
 * deleted first, and where that fails nothing is taken over, or it would come back after a year.
 *
 * The answer counts from the day on which it was given, where that is known.
 */
export async function migrate(state: State): Promise<void> {
  const { asked, files, options, running } = state
  // A preview touches nothing.
  if (!running || options.preview || running.read()) return
  const { product = '', names = {}, cookieName } = settingsOf(options.migrateFrom)
  const banner = Object.hasOwn(banners, product) ? banners[product] : undefined
  if (!banner) return
  const [usualName, read] = banner
  const { platform } = running
  const choice = read(take(cookieName ?? usualName, platform), platform.now())
  if (!choice) return
  const at = choice.at ?? platform.now()
  const days = options.cookie?.expiresAfterDays ?? 365
  const carried = carryOver(choice, names, asked)
  // Nobody has stated an age there, so what was allowed is asked again.
  const answers = options.minors ? refusalsIn(carried) : carried
  const isEmpty = [answers.categories, answers.services].every(
    (each) => Object.keys(each ?? {}).length === 0,
  )
  if (isEmpty || at + days * DAY_MS <= platform.now()) return
  await files.use('answer', (file: AnswerFile) =>
    file.answer(state, { answers }, { action: 'api', earlierAt: at }),
  )
}

function refusalsIn(answers: Answers): Answers {
  const refused = (given: Readonly<Record<string, boolean>> = {}): Record<string, boolean> =>
    Object.fromEntries(Object.entries(given).filter(([, allowed]) => !allowed))
  return { categories: refused(answers.categories), services: refused(answers.services) }
}

function settingsOf(given: Options['migrateFrom']): Partial<MigrateFrom> {
  return typeof given === 'string' ? { product: given } : (given ?? {})
}

/** Reads what is kept under a name and deletes it; empty where that cannot be done, or it is there twice. */
function take(name: string, platform: Platform): string {
  const [value = '', another] = cookieValues(platform, name)
  const text = value || storedText(name)
  const left = sweepCookies({ exact: [name], matches: (found) => found === name })
  if (left[0] || another !== undefined) return ''
  return storedText(name) && !forget(name) ? '' : text
}

function storedText(name: string): string {
  try {
    return localStorage.getItem(name) ?? ''
  } catch {
    return ''
  }
}

function forget(name: string): boolean {
  try {
    localStorage.removeItem(name)
    return localStorage.getItem(name) === null
  } catch {
    return false
  }
}
