import { entries, type Entry } from './read.ts'
import type { Span } from './stats.ts'
import type { Db, Store } from './tables.ts'

const PAGE = 500

/** Which records are exported; without limits all, and then it can be verified. */
export type Selection = { readonly [K in keyof Span]?: Span[K] | undefined }

/**
 * Reads records page by page from one state of the data, so that memory stays flat and writers go on.
 *
 * @param read Gets the snapshot; all of what it yields comes from it.
 */
export async function* fromSnapshot<T>(
  store: Store,
  read: (db: Db) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const { db, end } = await store.snapshot()
  try {
    yield* read(db)
  } finally {
    await end()
  }
}

/** All links with their content: by consent id and sequence, or by time where a span is given. */
export async function* readEntries(db: Db, selection: Selection = {}): AsyncGenerator<Entry> {
  const isWhole = selection.from === undefined && selection.to === undefined
  const nextPage = isWhole ? pageByChain : pageByTime
  let last: Entry | undefined
  do {
    const page: Entry[] = await nextPage(db, selection, last)
    yield* page
    last = page.length === PAGE ? page.at(-1) : undefined
  } while (last)
}

function pageByChain(db: Db, { site }: Selection, last: Entry | undefined): Promise<Entry[]> {
  let query = entries(db).orderBy('links.consent_id').orderBy('links.sequence').limit(PAGE)
  if (site) query = query.where('links.site', '=', site)
  if (last)
    query = query.where((eb) =>
      eb(
        eb.refTuple('links.consent_id', 'links.sequence'),
        '>',
        eb.tuple(last.consent_id, last.sequence),
      ),
    )
  return query.execute()
}

function pageByTime(
  db: Db,
  { from = 0, to = Number.MAX_SAFE_INTEGER, site }: Selection,
  last: Entry | undefined,
): Promise<Entry[]> {
  let query = entries(db)
    .where('links.received_at', '>=', from)
    .where('links.received_at', '<', to)
    .orderBy('links.received_at')
    .orderBy('links.consent_id')
    .orderBy('links.sequence')
    .limit(PAGE)
  if (site) query = query.where('links.site', '=', site)
  if (last)
    query = query.where((eb) =>
      eb(
        eb.refTuple('links.received_at', 'links.consent_id', 'links.sequence'),
        '>',
        eb.tuple(last.received_at, last.consent_id, last.sequence),
      ),
    )
  return query.execute()
}

/** All rows of a small table, page by page in the order of its key. */
export async function* readAll<T extends 'removals' | 'seals' | 'texts'>(
  db: Db,
  table: T,
  key: { removals: 'removal_id'; seals: 'number'; texts: 'sha256' }[T],
): AsyncGenerator<Record<string, unknown>> {
  // A text may have a megabyte.
  const size = table === 'texts' ? 10 : PAGE
  let last: unknown
  do {
    let query = db
      .selectFrom(table as 'seals')
      .selectAll()
      .orderBy(key as 'number')
      .limit(size)
    if (last !== undefined) query = query.where(key as 'number', '>', last as number)
    const page = (await query.execute()) as unknown as Record<string, unknown>[]
    yield* page
    last = page.length === size ? page.at(-1)?.[key] : undefined
  } while (last !== undefined)
}
