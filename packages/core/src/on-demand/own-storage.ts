import type { Options, StorageEntry } from '../model/options.ts'
import { cookieName } from '../record/cookie-name.ts'
import { OUTBOX } from './outbox/parcel.ts'
import { RETRY } from './outbox/pause.ts'
import { OWNER } from './owner.ts'
import { PENDING } from './pending-record.ts'
import { RECORDS } from './records-key.ts'

/** Where it is noted in local storage which announced version the visitor has closed the notice of. */
export const ANNOUNCED = 'kelisim-upcoming'

/** What Kelisim itself keeps, and what for. */
export interface OwnEntry extends Pick<StorageEntry, 'kind' | 'name'> {
  readonly lifetime: string
  readonly purpose: 'choice' | 'history' | 'pending' | 'outbox' | 'owner' | 'upcoming'
}

/**
 * Lists what Kelisim itself keeps in the browser of a visitor. All of it is strictly necessary.
 *
 * @param secure Whether the page is on https, where the cookie's name has a prefix.
 */
export function ownStorage({ cookie, ledger, policy }: Options, secure = true): OwnEntry[] {
  const days = Math.floor(cookie?.expiresAfterDays ?? 365)
  const local = (name: string, purpose: OwnEntry['purpose']): OwnEntry => ({
    kind: 'local',
    name,
    lifetime: 'persistent',
    purpose,
  })
  return [
    {
      kind: 'cookie',
      name: cookieName(cookie?.scope ?? 'host', secure),
      lifetime: `P${days}D`,
      purpose: 'choice',
    },
    local(RECORDS, 'history'),
    local(PENDING, 'pending'),
    ...(ledger
      ? [local(`${OUTBOX}*`, 'outbox'), local(RETRY, 'outbox'), local(OWNER, 'owner')]
      : []),
    ...(policy?.upcoming ? [local(ANNOUNCED, 'upcoming')] : []),
  ]
}
