import { sql } from 'kysely'
import type { Db } from './tables.ts'

const DAY_MS = 864e5

/** Which records are counted; times in milliseconds since the Unix epoch. */
export interface Span {
  readonly from: number
  /** Excluded. */
  readonly to: number
  readonly site?: string | undefined
}

interface Group {
  readonly day: string
  readonly site: string
  readonly language: string
  readonly policyVersion: string
}
/** Choices of one kind on one day. */
export interface ChoiceCount extends Group {
  readonly event: string
  readonly version: string
  readonly count: number
}
/** Answers about one category on one day. */
export interface CategoryCount extends Group {
  readonly category: string
  readonly allowed: number
  readonly refused: number
}

/** Counts the choices per day, language and version, in all and by category. */
export async function readStats(
  db: Db,
  { from, to, site }: Span,
): Promise<{ choices: ChoiceCount[]; categories: CategoryCount[] }> {
  const day = sql<number>`received_at / ${sql.lit(DAY_MS)}`
  let query = db
    .selectFrom('records')
    .select(['site', 'language', 'policy_version', 'version', 'event', 'answers'])
    .select(day.as('day'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('received_at', '>=', from)
    .where('received_at', '<', to)
    .groupBy(['site', 'language', 'policy_version', 'version', 'event', 'answers', day])
    .orderBy(day)
  if (site) query = query.where('site', '=', site)

  const choices = new Map<string, ChoiceCount>()
  const categories = new Map<string, CategoryCount>()
  for (const row of await query.execute()) {
    const group = {
      day: new Date(row.day * DAY_MS).toISOString().slice(0, 10),
      site: row.site,
      language: row.language,
      policyVersion: row.policy_version,
    }
    addChoice(choices, { ...group, event: row.event, version: row.version, count: row.count })
    addAnswers(categories, group, row)
  }
  return { choices: [...choices.values()], categories: [...categories.values()] }
}

function addChoice(choices: Map<string, ChoiceCount>, choice: ChoiceCount): void {
  const { count, ...rest } = choice
  const key = JSON.stringify(rest)
  choices.set(key, { ...choice, count: count + (choices.get(key)?.count ?? 0) })
}

function addAnswers(
  categories: Map<string, CategoryCount>,
  group: Group,
  { answers, count }: { answers: string; count: number },
): void {
  for (const answer of answers.split('.').filter(Boolean)) {
    const [category = '', isAllowed] = answer.split(':')
    const key = JSON.stringify([group, category])
    const known = categories.get(key) ?? { ...group, category, allowed: 0, refused: 0 }
    const name = isAllowed === '1' ? 'allowed' : 'refused'
    categories.set(key, { ...known, [name]: known[name] + count })
  }
}

/** Texts that records name and nobody has sent, the most frequent first. */
export async function readMissingTexts(
  db: Db,
  { from, to, site }: Span,
): Promise<{ sha256: string; count: number }[]> {
  let query = db
    .selectFrom('records')
    .leftJoin('texts', 'texts.sha256', 'records.shown_sha256')
    .select('records.shown_sha256 as sha256')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('records.shown_sha256', '<>', '')
    .where('texts.sha256', 'is', null)
    .where('records.received_at', '>=', from)
    .where('records.received_at', '<', to)
    .groupBy('records.shown_sha256')
    .orderBy('count', 'desc')
    .limit(100)
  if (site) query = query.where('records.site', '=', site)
  return query.execute()
}
