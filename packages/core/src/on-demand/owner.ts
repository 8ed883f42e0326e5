import type { StoredDecision } from '../model/decision.ts'
import { hash } from '../model/hash.ts'
import type { State } from '../state.ts'
import { keep, stored } from './local-text.ts'

/**
 * Where it is noted in local storage whose decision is in force. The core looks for what begins with "kelisim-o":
 * this has to be checked at the start.
 */
export const OWNER = 'kelisim-owner'
const NOBODY = '-'

/** The site's own id of the visitor who is signed in now, if any. It is of no use without a ledger. */
export function subjectOf({
  options,
  subject,
}: Pick<State, 'options' | 'subject'>): string | undefined {
  try {
    if (!options.ledger) return undefined
    const given = subject === undefined ? options.subject : subject
    const id = typeof given === 'function' ? given() : given
    return typeof id === 'string' && id.length <= 128 ? id || undefined : undefined
  } catch {
    // A fault of the page's own function leaves the visitor unnamed.
    return undefined
  }
}

/** Notes whose decision is in force; a hash of the id, because others may use this browser later. */
export function noteOwner({ consentId }: StoredDecision, subject: string | undefined): void {
  const next = subject === undefined ? '' : ownerOf(consentId, subject)
  if (next || stored(OWNER)) keep(OWNER, next)
}

/** Notes that nobody goes on under this consent id: its records were erased. */
export const endConsentId = (consentId: string): boolean => keep(OWNER, `${consentId} ${NOBODY}`)

/**
 * Tells whose a decision is: of somebody else than who is signed in now, or of nobody any more; undefined for one's
 * own, which is any that was made without signing in.
 */
export function strangerOf(
  { consentId }: StoredDecision,
  subject: string | undefined,
): 'other' | 'nobody' | undefined {
  const owner = stored(OWNER)
  if (!owner.startsWith(`${consentId} `)) return undefined
  if (owner.endsWith(` ${NOBODY}`)) return 'nobody'
  return subject !== undefined && owner === ownerOf(consentId, subject) ? undefined : 'other'
}

// With the consent id, so that one person's hash is another on each device.
const ownerOf = (consentId: string, subject: string): string =>
  `${consentId} ${hash(consentId + subject)}`
