import { addRemoval, moveToPseudonym } from './remove.ts'
import { retryClashes } from './retry.ts'
import type { Db, Store } from './tables.ts'

/** What is deleted after which time. */
export interface RetentionPlan {
  /** Records whose consent ended before, in milliseconds since the Unix epoch. */
  readonly endedBefore: number
  /** What was kept beside records received before; null for never by itself. */
  readonly contextBefore: number | null
  /** Deletes even more than half of all records at once. @default false */
  readonly isForced?: boolean
}

/** How much was deleted. */
export interface RetentionResult {
  readonly records: number
  readonly contexts: number
}

const BATCH = 500

/**
 * Deletes what is older than the plan says, for ever, in batches that let writers pass.
 *
 * @throws {Error} When it would delete more than half of the records, as after a clock that jumped ahead.
 */
export async function retain(
  store: Store,
  plan: RetentionPlan,
  now: number,
): Promise<RetentionResult> {
  if (!plan.isForced) await assertModest(store.admin, plan)
  const { endedBefore, contextBefore } = plan
  const records = await inBatches(() => removeRecords(store, endedBefore, now))
  const contexts =
    contextBefore === null ? 0 : await inBatches(() => removeContexts(store, contextBefore, now))
  if (records + contexts > 0) await store.reclaim()
  return { records, contexts }
}

async function inBatches(step: () => Promise<number>): Promise<number> {
  let total = 0
  for (let count = BATCH; count === BATCH; total += count) count = await retryClashes(step)
  return total
}

/** Records whose consent ended before: at its term, or with the record that followed. */
const ended = (db: Db, before: number) =>
  db
    .selectFrom('records')
    .innerJoin('links', (join) =>
      join
        .onRef('links.consent_id', '=', 'records.consent_id')
        .onRef('links.record_id', '=', 'records.record_id'),
    )
    .leftJoin('links as next', (join) =>
      join
        .onRef('next.consent_id', '=', 'links.consent_id')
        .on((eb) => eb('next.sequence', '=', eb('links.sequence', '+', 1))),
    )
    .where('records.received_at', '<', before)
    .where((eb) => eb.or([eb('records.ends_at', '<', before), eb('next.received_at', '<', before)]))

async function assertModest(db: Db, { endedBefore }: RetentionPlan): Promise<void> {
  const old = await ended(db, endedBefore)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  const all = await db
    .selectFrom('records')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  const [part = 0, whole = 0] = [old?.count, all?.count]
  if (part > whole / 2)
    throw new Error(
      `Retention would delete ${part} of ${whole} records. Check the clock of this machine; if it is right, ` +
        'run "kelisim-ledger retain --force".',
    )
}

const removeRecords = (store: Store, before: number, now: number): Promise<number> =>
  store.maintain(async (db) => {
    const old = await ended(db, before)
      .select(['links.record_id', 'links.consent_id', 'links.sequence', 'links.hash'])
      .orderBy('records.received_at')
      .limit(BATCH)
      .execute()
    if (old.length === 0) return 0
    const ids = old.map(({ record_id }) => record_id)
    const { removal_id } = await addRemoval(db, 'retention', now, old)
    await db
      .updateTable('links')
      .set({ removal_id })
      .where('consent_id', 'in', [...new Set(old.map(({ consent_id }) => consent_id))])
      .where('record_id', 'in', ids)
      .execute()
    await db.deleteFrom('records').where('record_id', 'in', ids).execute()
    for (const id of new Set(old.map(({ consent_id }) => consent_id)))
      await closeIfEmpty(db, id, removal_id)
    return old.length
  })

/** Of a consent id without a record its pseudonym is left. */
async function closeIfEmpty(db: Db, consentId: string, removalId: string): Promise<void> {
  const left = await db
    .selectFrom('links')
    .select('sequence')
    .where('consent_id', '=', consentId)
    .where('removal_id', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (!left) await moveToPseudonym(db, consentId, removalId)
}

const removeContexts = (store: Store, before: number, now: number): Promise<number> =>
  store.maintain(async (db) => {
    const old = await db
      .selectFrom('records')
      .innerJoin('links', (join) =>
        join
          .onRef('links.consent_id', '=', 'records.consent_id')
          .onRef('links.record_id', '=', 'records.record_id'),
      )
      .select(['links.record_id', 'links.consent_id', 'links.hash'])
      .where('records.received_at', '<', before)
      .where('records.context', 'is not', null)
      .orderBy('records.received_at')
      .limit(BATCH)
      .execute()
    if (old.length === 0) return 0
    const ids = old.map(({ record_id }) => record_id)
    const { removal_id } = await addRemoval(db, 'context-retention', now, old)
    await db
      .updateTable('links')
      .set({ context_removal_id: removal_id })
      .where('consent_id', 'in', [...new Set(old.map(({ consent_id }) => consent_id))])
      .where('record_id', 'in', ids)
      .execute()
    await db
      .updateTable('records')
      .set({ context: null, subject: null })
      .where('record_id', 'in', ids)
      .execute()
    return old.length
  })
