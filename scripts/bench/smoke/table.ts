import type { Measured } from './visit.ts'

/** Names of what is measured in numbers. */
export type Measure = Exclude<keyof Measured, 'fetched' | 'returnFetched'>

interface Column {
  readonly title: string
  readonly measure: Measure
  /** Shown as what the subject adds to the page. @default false */
  readonly isAdded?: boolean
  /** @default 0 */
  readonly digits?: number
}

const COLUMNS: readonly Column[] = [
  { title: 'usable, ms', measure: 'usableMs' },
  { title: 'first paint, +ms', measure: 'firstPaintMs', isAdded: true },
  { title: 'first visit, +bytes', measure: 'firstBytes', isAdded: true },
  { title: '+requests', measure: 'firstRequests', isAdded: true },
  { title: 'accept to last, ms', measure: 'acceptToLastMs' },
  { title: 'return to last, ms', measure: 'returnToLastMs' },
  { title: 'return, +bytes', measure: 'returnBytes', isAdded: true },
  { title: '+requests', measure: 'returnRequests', isAdded: true },
  { title: 'CLS', measure: 'layoutShift', digits: 3 },
]

/** Middle value; of an even number of them the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length / 2
  const [low = 0, high = low] = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1)
  return (low + high) / 2
}

/** All rounds of one subject. */
export interface Row {
  readonly name: string
  readonly rounds: readonly Partial<Measured>[]
}

/** Makes one number of all rounds. */
export type Choice = (values: readonly number[]) => number

/** The quickest round. What else the machine does only ever adds to a time, so this is the calmest. */
export const best: Choice = (values) => Math.min(...values)

/** One measure of all rounds; undefined where it was not measured. */
export function over({ rounds }: Row, measure: Measure, pick: Choice): number | undefined {
  const values = rounds.flatMap((round) => round[measure] ?? [])
  return values.length > 0 ? pick(values) : undefined
}

/** The rows that all others are compared with. */
export interface Yardsticks {
  /** The page without a subject; what is added is counted from there. */
  readonly bare: Row
  readonly rival: Row
}

/** Writes a Markdown table, with the ratio to the rival behind each number. */
export function table(rows: readonly Row[], { bare, rival }: Yardsticks, pick: Choice): string {
  const value = (row: Row, { measure, isAdded }: Column) => {
    const found = over(row, measure, pick)
    if (found === undefined) return undefined
    return isAdded && row !== bare ? found - (over(bare, measure, pick) ?? 0) : found
  }
  const cell = (row: Row, column: Column) => {
    const own = value(row, column)
    const theirs = value(rival, column)
    if (own === undefined) return ''
    const ratio = row === rival || row === bare || !theirs ? '' : ` (${(own / theirs).toFixed(2)})`
    return own.toFixed(column.digits ?? 0) + ratio
  }
  const lines = rows.map((row) => [row.name, ...COLUMNS.map((column) => cell(row, column))])
  const head = ['', ...COLUMNS.map(({ title }) => title)]
  const widths = head.map((_, index) =>
    Math.max(...[head, ...lines].map((line) => line[index]?.length ?? 0)),
  )
  const write = (line: readonly string[]) =>
    `| ${line.map((text, index) => text.padEnd(widths[index] ?? 0)).join(' | ')} |`
  return [write(head), write(widths.map((width) => '-'.repeat(width))), ...lines.map(write)].join(
    '\n',
  )
}

/** Writes when each file was asked for and had come, by medians. */
export function waterfall({ name, rounds }: Row, visit: 'fetched' | 'returnFetched'): string {
  const fetched = rounds.flatMap((round) => round[visit] ?? [])
  const lines = [...new Set(fetched.map(({ path }) => path))].map((path) => {
    const same = fetched.filter((file) => file.path === path)
    const [start, end] = [median(same.map((it) => it.startMs)), median(same.map((it) => it.endMs))]
    return `  ${path.padEnd(32)} ${start.toFixed(0).padStart(5)} ... ${end.toFixed(0).padStart(5)} ms`
  })
  return [name, ...lines].join('\n')
}
