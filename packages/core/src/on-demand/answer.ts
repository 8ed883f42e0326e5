import type { Answers, Method } from '../model/decision.ts'
import type { Running, State } from '../state.ts'
import type { Action } from '../view.ts'
import { keep } from './cookie-jar.ts'
import { decide } from './decide.ts'
import { encode } from './encode.ts'
import { mayAsk } from './framing.ts'
import { randomHex, uuidv7 } from './identity.ts'
import { remember } from './pending-record.ts'

export { mayAsk } from './framing.ts'
export { viewContext } from './view-context.ts'

/** Where an answer came from. */
export interface By {
  /** The control that was used; `api` for code of the page. */
  readonly action: Action | 'api'
  /** The event of the control; none for code of the page. */
  readonly event?: Event
  /** SHA-256 of the text on the screen, in hexadecimal. */
  readonly shownSha256?: string
}

const DAY_MS = 864e5

/**
 * Takes answers through the whole commit: store, stop, load, tell, record. A grant by an event that no
 * person made is not taken; a refusal is, because tools that refuse speak for the visitor.
 */
export function answer(state: State, running: Running, answers: Answers, by: By): void {
  const { options, asked, $language, report, files, ports } = state
  const { platform } = running
  const { action, event, shownSha256 = '' } = by
  const isPerson = !event || platform.isPerson(event)
  const grants = [answers.categories, answers.services].some((part) =>
    Object.values(part ?? {}).includes(true),
  )
  if (grants && !(isPerson && (!event || mayAsk(options)))) return
  if (options.preview) return running.dismiss()
  // Keyboards and assistive technology click without a position, and browsers count no clicks for them.
  const method: Method = !event ? 'api' : !isPerson ? 'tool' : (event as UIEvent).detail ? 'click' : 'key'
  // Another tab may have answered since: what it said is kept where this answer is silent.
  const previous = running.read()
  const at = Math.floor(platform.now() / 1e3) * 1e3
  const next = decide(previous, answers, asked, {
    consentId: previous?.consentId ?? uuidv7(at),
    secret: previous?.secret ?? randomHex(12),
    at,
    expiresAt: at + (options.cookie?.expiresAfterDays ?? 365) * DAY_MS,
    policyVersion: options.policy?.version ?? '',
    language: $language.get(),
    method,
  })
  const text = encode(next)
  const isKept = keep(text, next.expiresAt, options.cookie?.scope ?? 'host', platform)
  if (!isKept) report('storage-blocked')
  if (!isSecureContext) report('plain-http', platform.hostname)
  remember(previous, next, { method, action, shownSha256 })
  running.replace({ ...next, text }, isKept)
  running.announce()
  files.use('records', (file: typeof import('./records.ts')) => file.writePending(options, ports))
}
