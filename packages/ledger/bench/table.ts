import { cpus } from 'node:os'
import type { Pace } from './bare.ts'
import type { Load } from './load.ts'

/** What was measured of a ledger on one database. */
export interface Measured {
  readonly name: string
  /** As fast as it goes. */
  readonly pace: Load
  /** At 500 records a second. */
  readonly steady: Load
  /** MiB after each fifth of 100,000 records. */
  readonly memory: readonly number[]
  /** One insert and one flush after another. */
  readonly bare: Pace
  /** The same over ten connections, which share flushes. */
  readonly bareOfTen?: Pace
}

const HEAD = [
  'database',
  'records/s',
  'beside one insert and one flush after another',
  'beside the same over ten connections',
  'p99; bare; ratio',
  'at 500 records/s: failed; p97.5; p99',
  'memory over 100,000 records, MiB',
]
const BEGIN = '<!--bench-->'
const END = '<!--/bench-->'

/** Writes what was measured, and where, as a table of Markdown. */
export function tableOf(measured: readonly Measured[]): string {
  const rows = [HEAD, HEAD.map(() => '---'), ...measured.map(rowOf)]
  const [cpu] = cpus()
  const day = new Date().toISOString().slice(0, 10)
  return [
    `${day}, ${cpus().length} × ${cpu?.model.trim()}, Node.js ${process.version}:`,
    '',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n')
}

/** Puts a table into a text, in place of the one between the marks. */
export function withTable(text: string, table: string): string {
  const [before, after] = [text.split(BEGIN)[0], text.split(END)[1]]
  if (after === undefined) throw new Error(`The marks ${BEGIN} and ${END} are missing.`)
  return `${before}${BEGIN}\n\n${table}\n\n${END}${after}`
}

function rowOf({ name, pace, steady, memory, bare, bareOfTen }: Measured): string[] {
  return [
    name,
    whole(pace.perSecond),
    share(pace, bare),
    bareOfTen ? share(pace, bareOfTen) : '–',
    `${pace.p99} ms; ${bare.p99.toFixed(1)} ms; ${(pace.p99 / bare.p99).toFixed(1)} ×`,
    `${steady.failed}; ${steady.p975} ms; ${steady.p99} ms`,
    memory.join(', '),
  ]
}

const share = (pace: Pace, bare: Pace) =>
  `${(pace.perSecond / bare.perSecond).toFixed(2)} × (${whole(bare.perSecond)})`

const whole = (value: number) => Math.round(value).toLocaleString('en')
