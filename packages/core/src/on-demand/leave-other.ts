import { cookieName } from '../record/cookie-name.ts'
import { cookieValues } from '../record/read-decision.ts'
import type { State } from '../state.ts'
import { keep } from './local-text.ts'
import { strangerOf, subjectOf } from './owner.ts'
import { RECORDS } from './records-key.ts'
import { writeHostCookie } from './write-host-cookie.ts'

type SiteFile = typeof import('./site.ts')

/**
 * Forgets the decision in force and the local history where they are of somebody who is signed in no longer:
 * whoever sits here now is asked anew. What waits for the ledger stays that person's and is delivered.
 */
export async function leaveOther(state: State): Promise<void> {
  const { running, files } = state
  const held = running?.read()
  if (!running || !held || strangerOf(held, subjectOf(state)) !== 'other') return
  const { platform } = running
  keep(RECORDS, '')
  writeHostCookie('', 0)
  if (cookieValues(platform, cookieName('site', platform.secure))[0])
    await files.use('site', (file: SiteFile) => file.forgetShared(platform))
  running.replace(running.read())
}
