import { removalDigest } from '../chain/link.ts'
import { pseudonym } from '../record/pseudonym.ts'
import { newId } from '../record/uuid-time.ts'
import { retryClashes } from './retry.ts'
import type { Db, RemovalRow, Store } from './tables.ts'

/**
 * Deletes all that is stored under a consent id, and leaves links without content under its pseudonym.
 * Nothing is stored under the id again. A second time it returns the first proof.
 */
export async function erase(store: Store, consentId: string, now: number): Promise<RemovalRow> {
  const removal = await retryClashes(() =>
    store.maintain(
      async (db) => (await earlierErasure(db, consentId)) ?? eraseIn(db, consentId, now),
    ),
  )
  await store.reclaim()
  return removal
}

async function earlierErasure(db: Db, consentId: string): Promise<RemovalRow | undefined> {
  return db
    .selectFrom('removals')
    .selectAll()
    .where(
      'removal_id',
      '=',
      db
        .selectFrom('consents')
        .select('removal_id')
        .where('consent_id', '=', pseudonym(consentId))
        .limit(1),
    )
    .executeTakeFirst()
}

async function eraseIn(db: Db, consentId: string, now: number): Promise<RemovalRow> {
  // A first write under the id that is under way waits here, or makes this wait.
  await db
    .insertInto('consents')
    .values({ consent_id: consentId, secret_sha256: '', removal_id: null })
    .onConflict((on) => on.doNothing())
    .execute()
  const links = await db
    .selectFrom('links')
    .select(['record_id', 'hash'])
    .where('consent_id', '=', consentId)
    .where('removal_id', 'is', null)
    .execute()
  const removal = await addRemoval(db, 'erasure', now, links)
  await db
    .updateTable('links')
    .set({ removal_id: removal.removal_id })
    .where('consent_id', '=', consentId)
    .where('removal_id', 'is', null)
    .execute()
  const ids = links.map((link) => link.record_id)
  if (ids.length > 0) await db.deleteFrom('records').where('record_id', 'in', ids).execute()
  await moveToPseudonym(db, consentId, removal.removal_id)
  return removal
}

/** Closes a consent id: its links stay under its pseudonym, and nothing is stored under it again. */
export async function moveToPseudonym(db: Db, consentId: string, removalId: string): Promise<void> {
  const consent_id = pseudonym(consentId)
  await db
    .insertInto('consents')
    .values({ consent_id, secret_sha256: '', removal_id: removalId })
    .execute()
  await db.updateTable('links').set({ consent_id }).where('consent_id', '=', consentId).execute()
  // Last: links of a write that came in between still refer to it, which fails, and all is done again.
  await db.deleteFrom('consents').where('consent_id', '=', consentId).execute()
}

/** Writes the proof of a removal of links' content. */
export async function addRemoval(
  db: Db,
  reason: RemovalRow['reason'],
  now: number,
  links: readonly { readonly hash: string }[],
): Promise<RemovalRow> {
  const removal = {
    removal_id: newId(now),
    at: now,
    reason,
    count: links.length,
    digest: removalDigest(links.map(({ hash }) => hash)),
  }
  await db.insertInto('removals').values(removal).execute()
  return removal
}
