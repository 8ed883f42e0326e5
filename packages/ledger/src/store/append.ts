import { pseudonym } from '../record/pseudonym.ts'
import { canonical } from '../record/canonical.ts'
import { sha256 } from '../record/sha256.ts'
import { Clash } from './database-errors.ts'
import type { Db, LinkRow, RecordRow, Tables } from './tables.ts'
import { type Outcome, rowsOf, type Writing } from './writing.ts'

/** Records under one consent id; a visitor has a handful, and each write reads them. */
export const MOST_RECORDS = 1000

interface Known {
  /** By consent id, with the pseudonyms of erased ones. */
  readonly secrets: ReadonlyMap<string, string>
  readonly links: readonly KnownLink[]
  /** Record ids that are taken, with the consent id that has them. */
  readonly taken: ReadonlyMap<string, string>
}
type KnownLink = Pick<
  LinkRow,
  'consent_id' | 'sequence' | 'record_id' | 'hash' | 'received_at' | 'record_sha256'
>

/**
 * Commits records in one transaction, each as the next link of its consent id's chain.
 *
 * @param writings In the order that they take effect.
 * @param isAgain Whether it clashed before: only then it is asked whether a record's id is taken under another
 *   consent id, which nobody but a forger does; the first time the table's own constraint says so.
 * @returns What became of each, in the same order.
 * @throws A clash when another instance wrote under the same id first: nothing is committed, try again.
 */
export const append = (db: Db, writings: readonly Writing[], isAgain = false): Promise<Outcome[]> =>
  db.transaction().execute(async (trx) => {
    const plan = planFor(writings, await readKnown(trx, writings, isAgain))
    // In one order everywhere, so that two instances wait for each other in one direction only.
    await insertAll(trx, 'consents', sortedBy(plan.consents, 'consent_id'))
    await assertNotErased(trx, plan.consents)
    await insertAll(trx, 'links', sortedBy(plan.links, 'consent_id'))
    await insertAll(trx, 'records', sortedBy(plan.rows, 'record_id'))
    return plan.outcomes
  })

/** An erasure of an id that was never seen ends after this has looked for it, or waits for this. */
async function assertNotErased(db: Db, consents: Plan['consents']): Promise<void> {
  if (consents.length === 0) return
  const erased = await db
    .selectFrom('consents')
    .select('consent_id')
    .where(
      'consent_id',
      'in',
      consents.map(({ consent_id }) => pseudonym(consent_id)),
    )
    .executeTakeFirst()
  if (erased) throw new Clash('An id was erased in the meantime.')
}

async function readKnown(db: Db, writings: readonly Writing[], isAgain: boolean): Promise<Known> {
  const ids = [...new Set(writings.map(({ record }) => record.consentId))]
  const recordIds = [...new Set(writings.map(({ record }) => record.recordId))]
  const consents = await db
    .selectFrom('consents')
    .select(['consent_id', 'secret_sha256'])
    .where('consent_id', 'in', [...ids, ...ids.map(pseudonym)])
    .execute()
  const links =
    consents.length === 0
      ? []
      : await db
          .selectFrom('links')
          .select(['consent_id', 'sequence', 'record_id', 'hash', 'received_at', 'record_sha256'])
          .where('consent_id', 'in', ids)
          .orderBy('sequence')
          .execute()
  const taken = isAgain
    ? await db
        .selectFrom('records')
        .select(['record_id', 'consent_id'])
        .where('record_id', 'in', recordIds)
        .execute()
    : []
  return {
    secrets: new Map(consents.map((row) => [row.consent_id, row.secret_sha256])),
    links,
    taken: new Map(taken.map((row) => [row.record_id, row.consent_id])),
  }
}

interface Plan {
  readonly consents: Tables['consents'][]
  readonly links: LinkRow[]
  readonly rows: RecordRow[]
  readonly outcomes: Outcome[]
}

/** Decides about each record, as if they came one after another. */
function planFor(writings: readonly Writing[], known: Known): Plan {
  const plan: Plan = { consents: [], links: [], rows: [], outcomes: [] }
  const secrets = new Map(known.secrets)
  const taken = new Map(known.taken)
  const chains = new Map<string, KnownLink[]>()
  for (const link of known.links) chainOf(chains, link.consent_id).push(link)

  for (const writing of writings) {
    const { consentId, recordId } = writing.record
    const chain = chainOf(chains, consentId)
    const secret = sha256(writing.secret)
    const refusal = refusalOf(writing, secrets, secret)
    const same = chain.find((link) => link.record_id === recordId)
    if (refusal) plan.outcomes.push({ outcome: refusal })
    else if (same) plan.outcomes.push(again(writing, same))
    // It came between the reading of the chain and this.
    else if (taken.get(recordId) === consentId) throw new Clash('The record was just written.')
    else if (taken.has(recordId)) plan.outcomes.push({ outcome: 'conflict' })
    else if (chain.length >= MOST_RECORDS) plan.outcomes.push({ outcome: 'full' })
    else {
      if (!secrets.has(consentId))
        plan.consents.push({ consent_id: consentId, secret_sha256: secret, removal_id: null })
      const { link, row } = rowsOf(writing, chain.at(-1))
      secrets.set(consentId, secret)
      taken.set(recordId, consentId)
      chain.push(link)
      plan.links.push(link)
      plan.rows.push(row)
      plan.outcomes.push(placed('stored', link))
    }
  }
  return plan
}

function refusalOf(
  { record }: Writing,
  secrets: ReadonlyMap<string, string>,
  secret: string,
): 'erased' | 'not-yours' | null {
  if (secrets.has(pseudonym(record.consentId))) return 'erased'
  return (secrets.get(record.consentId) ?? secret) === secret ? null : 'not-yours'
}

const again = ({ record }: Writing, link: KnownLink): Outcome =>
  sha256(canonical(record)) === link.record_sha256 ? placed('known', link) : { outcome: 'conflict' }

const placed = (outcome: 'stored' | 'known', link: KnownLink): Outcome => ({
  outcome,
  sequence: link.sequence,
  hash: link.hash,
  received_at: link.received_at,
})

function chainOf(chains: Map<string, KnownLink[]>, consentId: string): KnownLink[] {
  const chain = chains.get(consentId) ?? []
  chains.set(consentId, chain)
  return chain
}

const sortedBy = <T extends object>(rows: readonly T[], key: keyof T): T[] =>
  [...rows].sort((a, b) => (a[key] < b[key] ? -1 : 1))

async function insertAll<T extends 'consents' | 'links' | 'records'>(
  db: Db,
  table: T,
  rows: readonly Tables[T][],
): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto(table)
    .values(rows as never)
    .execute()
}
