import type { Stats } from './ledger-client.ts'

const DAY_MS = 864e5

/** One colour of a chart: a value for each day. */
export interface Series {
  readonly id: string
  readonly values: readonly number[]
}

/** Lists the days from one to another, both included. */
export function daysOf({ from, to }: Pick<Stats, 'from' | 'to'>): string[] {
  const [first, last] = [Date.parse(from), Date.parse(to)]
  const count = Math.max(0, Math.round((last - first) / DAY_MS) + 1) || 0
  return Array.from({ length: count }, (_, index) =>
    new Date(first + index * DAY_MS).toISOString().slice(0, 10),
  )
}

/** Counts the choices of each day by the language of the notice, the most frequent language first. */
export const byLanguage = (stats: Stats): Series[] =>
  sumUp(
    daysOf(stats),
    stats.choices.map(({ day, language, count }) => ({ day, id: language, count })),
  )

/**
 * Counts the answers of each day about one category.
 *
 * @param language Counts this one only; all without it.
 */
export function byAnswer(stats: Stats, category: string, language?: string): Series[] {
  const rows = stats.categories.filter(
    (row) => row.category === category && (!language || row.language === language),
  )
  const days = daysOf(stats)
  return (['allowed', 'refused'] as const).map((id) => {
    const [series] = sumUp(
      days,
      rows.map((row) => ({ day: row.day, id, count: row[id] })),
    )
    return series ?? { id, values: days.map(() => 0) }
  })
}

/** Counts choices by what happened, the most frequent first. */
export function byEvent({ choices }: Stats, language?: string): [event: string, count: number][] {
  const totals = new Map<string, number>()
  for (const choice of choices)
    if (!language || choice.language === language)
      totals.set(choice.event, (totals.get(choice.event) ?? 0) + choice.count)
  return [...totals].sort(([, a], [, b]) => b - a)
}

/** Lists the different values of a field, sorted. */
export const valuesOf = <Row, Name extends keyof Row>(
  rows: readonly Row[],
  name: Name,
): Row[Name][] => [...new Set(rows.map((row) => row[name]))].sort()

export const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

function sumUp(
  days: readonly string[],
  rows: readonly { day: string; id: string; count: number }[],
): Series[] {
  const at = new Map(days.map((day, index) => [day, index]))
  const found = new Map<string, number[]>()
  for (const { day, id, count } of rows) {
    const values = found.get(id) ?? days.map(() => 0)
    const index = at.get(day)
    if (index !== undefined) values[index] = (values[index] ?? 0) + count
    found.set(id, values)
  }
  return [...found]
    .map(([id, values]) => ({ id, values }))
    .sort((a, b) => total(b.values) - total(a.values))
}
