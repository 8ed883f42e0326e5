import Cookies from 'js-cookie'
import type { Answers, Method, StoredDecision } from '../model/decision.ts'
import type { Options } from '../model/options.ts'
import type { State } from '../state.ts'
import type { Action } from '../view.ts'
import { grants } from '../model/grants.ts'
import { cookieAttributes } from './cookie-attributes.ts'
import { answersFor, type Request } from './answers-for.ts'
import { decide } from './decide.ts'
import { findLanguage } from './find-language.ts'
import { cookieName } from '../record/cookie-name.ts'
import { cookieValues } from '../record/read-decision.ts'
import { base36, pack, underGpc } from './encode.ts'
import { randomHex, uuidv7 } from './identity.ts'
import { isPerson } from './is-person.ts'
import { methodOf } from './method-of.ts'
import { noteOwner, strangerOf, subjectOf } from './owner.ts'
import { remember } from './pending-record.ts'

export type { Request } from './answers-for.ts'

/** Where an answer came from. */
export interface By {
  /** The control that was used; `api` for code of the page, `gpc` for Global Privacy Control. */
  readonly action: Action | 'api' | 'gpc'
  /** The event of the control; none for code of the page. */
  readonly event?: Event | undefined
  /** The text that was on the screen. */
  readonly shown?: string | undefined
  /** When it was given to another banner, in milliseconds since the Unix epoch. */
  readonly earlierAt?: number
  /** A person has stated to be of age, or that the legal representative agrees. */
  readonly isOfAge?: boolean | undefined
}

type RecordsFile = typeof import('./records.ts')
type SiteFile = typeof import('./site.ts')

/**
 * Takes an answer through the whole commit: store, stop, load, tell, record. A grant by an event that no
 * person made is not taken; a refusal is, because tools that refuse speak for the visitor.
 *
 * @throws {ConsentError} `unknown-category`, `unknown-service`.
 */
export function answer(
  state: State,
  request: Request,
  by: By = { action: 'api' },
): void | Promise<void> {
  const { files, options, report, running } = state
  const { action, event, shown, earlierAt } = by
  const { preview, minors } = options
  const days = daysOf(options)
  const answers = answersFor(request, state)
  if (!running) return report('not-started')
  const { platform, read } = running
  const isByPerson = !event || isPerson(event)
  if (!isByPerson && grants(answers)) return
  // Another tab may have answered since: what it said is kept where this answer is silent.
  const subject = subjectOf(state)
  const found = read()
  // Nobody goes on with what somebody else has answered, nor under an id that was erased.
  const previous = found && strangerOf(found, subject) ? null : found
  const isOfAge = by.isOfAge || grants(previous)
  if (minors && !isOfAge && grants(answers)) return report('age-not-stated')
  const method = methodBy(by, isByPerson)
  const text = textOf(state, earlierAt ?? platform.now(), previous, answers, method)
  const commit = (name: string): void => {
    let next = read()
    if (next?.text !== text) {
      // The browser did not keep it, or was not to: for this page its memory has to do.
      Object.assign(platform, { cookies: () => `${name}=${text}` })
      if (!preview) report('storage-blocked', options)
      next = read()
    }
    // Only names that break the grammar come to this; nobody is to be asked over and over for that.
    if (!next) return running.dismiss()
    if (!preview) {
      noteOwner(next, subject)
      const { country } = options
      remember({ previous, next, action, shown, isOfAge, subject, country })
    }
    running.replace(next)
    if (!preview) void files.use('records', (file: RecordsFile) => file.answered(state))
  }
  const { secure } = platform
  const name = `${secure ? '__Host-' : ''}kelisim`
  if (preview) return commit(name)
  if (options.cookie?.scope === 'site') {
    return files.use('site', (file: SiteFile) => commit(file.writeShared(text, days, platform)))
  }
  try {
    Cookies.set(name, text, cookieAttributes(secure, days))
  } catch {
    // A sandboxed page may not write; reading back finds out.
  }
  commit(name)
  if (cookieValues(platform, cookieName('site', secure))[0]) {
    return files.use('site', (file: SiteFile) => file.forgetShared(platform))
  }
}

function methodBy({ action, earlierAt, event }: By, isByPerson: boolean): Method {
  if (action === 'gpc') return 'tool'
  return earlierAt ? 'migrated' : methodOf(event, isByPerson)
}

/** Writes the decision that these answers make of the one before, as the cookie has it. */
function textOf(
  { asked, options, running, $language }: State,
  at: number,
  previous: StoredDecision | null,
  answers: Answers,
  method: Method,
): string {
  return pack(
    [
      previous?.consentId ?? uuidv7(at),
      previous?.secret ?? randomHex(24),
      base36((previous?.firstAt ?? at) / 1e3),
      base36(at / 1e3),
      base36(daysOf(options)),
      // An earlier answer was given under a policy that nobody here knows.
      method === 'migrated' ? '' : options.policy?.version,
      $language.get() || findLanguage(options),
      method,
    ],
    decide(previous, answers, asked),
    // What is allowed in spite of the signal does not yield to it; another banner may not have asked of that.
    running?.platform.gpc && method !== 'migrated' ? [] : underGpc(asked),
  )
}

// Not by default values on an empty object: that would have what a page has put on Object.prototype.
const daysOf = ({ cookie }: Options): number => cookie?.expiresAfterDays ?? 365
