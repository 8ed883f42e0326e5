import { sha256 } from '../record/sha256.ts'
import type { Db, TextRow } from './tables.ts'

/** Stores a text once, by its hash. Tells whether it was new. */
export async function addText(
  db: Db,
  text: string,
  source: TextRow['source'],
  now: number,
): Promise<{ sha256: string; isNew: boolean }> {
  const hash = sha256(text)
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('texts')
    .values({ sha256: hash, text, source, added_at: now })
    .onConflict((on) => on.doNothing())
    .executeTakeFirstOrThrow()
  return { sha256: hash, isNew: Number(numInsertedOrUpdatedRows) > 0 }
}

/** Finds which of some hashes have their text stored. */
export async function knownTexts(db: Db, hashes: readonly string[]): Promise<Set<string>> {
  const asked = [...new Set(hashes)].filter(Boolean)
  if (asked.length === 0) return new Set()
  const rows = await db.selectFrom('texts').select('sha256').where('sha256', 'in', asked).execute()
  return new Set(rows.map((row) => row.sha256))
}

/** Reads texts by hash. */
export async function readTexts(db: Db, hashes: readonly string[]): Promise<TextRow[]> {
  const asked = [...new Set(hashes)].filter(Boolean)
  if (asked.length === 0) return []
  return db.selectFrom('texts').selectAll().where('sha256', 'in', asked).execute()
}

/** Whether a stored record names a text. */
export async function isAskedFor(db: Db, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom('records')
    .select('record_id')
    .where('shown_sha256', '=', hash)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
