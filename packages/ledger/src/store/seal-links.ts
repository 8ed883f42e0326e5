import { SetDigest } from '../chain/set-digest.ts'
import { sealHash } from '../chain/seal.ts'
import type { Db, SealRow, Store } from './tables.ts'

const HOUR_MS = 36e5
// Longer than any write takes to commit after it was given its time.
const DELAY_MS = 6e5

/** The moment up to which links are sealed; none is received before it any more. */
export async function sealedUntil(db: Db): Promise<number> {
  return (await lastSeal(db))?.to_at ?? 0
}

/**
 * Seals the hours that are over, so that a link that vanishes later, or a whole chain, is missed.
 *
 * @returns The seals that were added.
 */
export async function sealLinks(store: Store, now: number): Promise<SealRow[]> {
  const added: SealRow[] = []
  const end = hourOf(now - DELAY_MS)
  for (;;) {
    const last = await lastSeal(store.admin)
    const from = last?.to_at ?? (await firstReceived(store.admin, 0))
    const next = from === null ? null : await firstReceived(store.admin, from)
    if (from === null || next === null || next >= end) return added
    const seal = await sealOf(store.admin, last, { from, to: hourOf(next) + HOUR_MS })
    await store.admin.insertInto('seals').values(seal).execute()
    added.push(seal)
  }
}

const hourOf = (time: number) => Math.floor(time / HOUR_MS) * HOUR_MS

const lastSeal = (db: Db) =>
  db.selectFrom('seals').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst()

async function firstReceived(db: Db, from: number): Promise<number | null> {
  const row = await db
    .selectFrom('links')
    .select('received_at')
    .where('received_at', '>=', from)
    .orderBy('received_at')
    .limit(1)
    .executeTakeFirst()
  return row?.received_at ?? null
}

async function sealOf(
  db: Db,
  last: SealRow | undefined,
  { from, to }: { from: number; to: number },
): Promise<SealRow> {
  const set = new SetDigest()
  const PAGE = 5000
  let after = { received_at: from - 1, hash: '' }
  for (let size = PAGE; size === PAGE;) {
    const page = await db
      .selectFrom('links')
      .select(['received_at', 'hash'])
      .where('received_at', '<', to)
      .where('received_at', '>=', after.received_at)
      .where((eb) =>
        eb.or([eb('received_at', '>', after.received_at), eb('hash', '>', after.hash)]),
      )
      .orderBy('received_at')
      .orderBy('hash')
      .limit(PAGE)
      .execute()
    for (const { hash } of page) set.add(hash)
    after = page.at(-1) ?? after
    size = page.length
  }
  const seal = { number: (last?.number ?? 0) + 1, from, to, count: set.count, digest: set.digest() }
  const { number, count, digest } = seal
  return {
    number,
    from_at: from,
    to_at: to,
    count,
    digest,
    hash: sealHash(last?.hash ?? '', seal),
  }
}
