const codeOf = (error: unknown): string => {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' ? code : ''
}

// PostgreSQL: unique and foreign key, "serialization" and deadlock, object exists, two of one CREATE at once.
const CLASHES = /^(23505|23503|40001|40P01|42P07|42710|SQLITE_BUSY.*|SQLITE_LOCKED.*)$/
const SQLITE_CLASHES = /^SQLITE_CONSTRAINT_(PRIMARYKEY|UNIQUE|FOREIGNKEY)$/
// PostgreSQL, classes 22 and 23: what was sent does not fit the table.
const UNFIT = /^(22...|23...|SQLITE_CONSTRAINT.*|SQLITE_TOOBIG|SQLITE_MISMATCH)$/

/** Another writer came first, in a way that no constraint tells. */
export class Clash extends Error {
  override name = 'Clash'
}

/** Whether another writer came first, so that the same again may succeed. */
export const isClash = (error: unknown): boolean =>
  error instanceof Clash || CLASHES.test(codeOf(error)) || SQLITE_CLASHES.test(codeOf(error))

/** Whether the fault is in one of the rows, not in the database. */
export const isUnfit = (error: unknown): boolean => UNFIT.test(codeOf(error))
