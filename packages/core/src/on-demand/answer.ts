import Cookies from 'js-cookie'
import type { Method } from '../model/decision.ts'
import type { Running, State } from '../state.ts'
import type { Action } from '../view.ts'
import { cookieAttributes } from './cookie-attributes.ts'
import { answersFor, type Request } from './answers-for.ts'
import { decide } from './decide.ts'
import { cookieName } from '../record/cookie-name.ts'
import { cookieValues } from '../record/read-decision.ts'
import { base36, pack } from './encode.ts'
import { randomHex, uuidv7 } from './identity.ts'
import { remember } from './pending-record.ts'

export type { Request } from './answers-for.ts'

/** Where an answer came from. */
export interface By {
  /** The control that was used; `api` for code of the page. */
  readonly action: Action | 'api'
  /** The event of the control; none for code of the page. */
  readonly event?: Event | undefined
  /** The text that was on the screen. */
  readonly shown?: string | undefined
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
  running: Running | undefined,
  request: Request,
  { action, event, shown }: By,
): void | Promise<void> {
  const { asked, files, options, report, $language } = state
  // Not by default values on an empty object: that would have what a page has put on Object.prototype.
  const scope = options.cookie?.scope
  const days = options.cookie?.expiresAfterDays ?? 365
  const answers = answersFor(request, state)
  if (!running) return report('not-started')
  const { platform, read } = running
  const isPerson = !event || platform.isPerson(event)
  if (!isPerson && [answers.categories, answers.services].some(grants)) return
  if (options.preview) return running.dismiss()
  // Another tab may have answered since: what it said is kept where this answer is silent.
  const previous = read()
  const at = platform.now()
  const text = pack(
    [
      previous?.consentId.replaceAll('-', '') ?? uuidv7(at),
      previous?.secret ?? randomHex(24),
      base36((previous?.firstAt ?? at) / 1e3),
      base36(at / 1e3),
      base36(days),
      options.policy?.version,
      $language.get(),
      methodOf(event, isPerson),
    ],
    decide(previous, answers, asked),
  )
  const commit = (name: string): void => {
    if (read()?.text !== text) {
      // The browser did not keep it: for this page its memory has to do.
      Object.assign(platform, { cookies: () => `${name}=${text}` })
      report('storage-blocked', options)
    }
    const next = read()
    // Only names that break the grammar come to this; nobody is to be asked over and over for that.
    if (!next) return running.dismiss()
    remember({ previous, next, action, shown })
    running.replace(next, true)
    void files.use('records', (file: RecordsFile) => file.writePending(state))
  }
  if (scope === 'site') {
    return files.use('site', (file: SiteFile) => commit(file.writeShared(text, days, platform)))
  }
  const { secure } = platform
  const name = `${secure ? '__Host-' : ''}kelisim`
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

const grants = (given: object = {}): boolean => Object.values(given).includes(true)

function methodOf(event: Event | undefined, isPerson: boolean): Method {
  if (!event) return 'api'
  if (!isPerson) return 'tool'
  // Keyboards and assistive technology click without a position, and browsers count no clicks for them.
  return (event as UIEvent).detail ? 'click' : 'key'
}
