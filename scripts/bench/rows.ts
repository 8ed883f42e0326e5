import type { Sample } from './measures/measure.ts'

/** What our figure is to reach: so many times another's, or so much. */
export type Target =
  | { readonly times: number; readonly of: 'yardstick' | 'floor' }
  | { readonly atMost: number }

/** One row of the table; less is better in all of them. */
export interface Row {
  readonly title: string
  /** The figure of a subject, undefined where it was not measured. */
  readonly value: (own: Sample, page: Sample) => number | undefined
  /** @default 0 */
  readonly digits?: number
  /** @default None: only the order counts. */
  readonly target?: Target
}

type Value = Row['value']

const as =
  (name: string): Value =>
  (own) =>
    own[name]
/** What the subject adds to the page alone. */
const added =
  (name: string, divisor = 1): Value =>
  ({ [name]: own }, { [name]: page }) =>
    own === undefined || page === undefined ? undefined : (own - page) / divisor
/** What a page with so many gated scripts costs more than one with ten, and more than the page alone. */
const overhead =
  (count: number): Value =>
  (own, page) => {
    const many = added(`taskMs${count}`)(own, page)
    const few = added('taskMs10')(own, page)
    return many === undefined || few === undefined ? undefined : many - few
  }

const many = (count: number): readonly Row[] => {
  const is1000 = count === 1_000
  const title = (what: string) => `${count.toLocaleString('en')} gated scripts: ${what}`
  const row = (what: string, value: Value, target: Target): Row => ({
    title: title(what),
    value,
    ...(is1000 && { target }),
  })
  return [
    ...(count > 10 ? [row('more to load than 10, ms', overhead(count), { atMost: 20 })] : []),
    row('accept to painted, ms', as(`acceptToPaintMs${count}`), { atMost: 30 }),
    row('longest block after accept, ms', as(`blockMs${count}`), { atMost: 50 }),
    row('accept to last ran, ms', as(`acceptToLastMs${count}`), { times: 0.65, of: 'yardstick' }),
  ]
}

/** All rows in the order of the table, with what they are to reach. */
export const ROWS: readonly Row[] = [
  { title: 'first visit, +kB', value: added('firstBytes', 1e3), digits: 1 },
  { title: 'first visit, +requests', value: added('firstRequests') },
  { title: 'returning visit, +kB', value: added('returnBytes', 1e3), digits: 1 },
  { title: 'returning visit, +requests', value: added('returnRequests') },
  {
    title: 'banner usable, Slow 4G, ms',
    value: as('usableMs'),
    target: { times: 0.65, of: 'yardstick' },
  },
  {
    title: "page's first paint, Slow 4G, +ms",
    value: added('firstPaintMs'),
    target: { atMost: 15 },
  },
  { title: 'first visit, script, +ms', value: added('scriptMs') },
  {
    title: 'first visit, main thread, +ms',
    value: added('taskMs'),
    target: { times: 0.5, of: 'yardstick' },
  },
  { title: 'longest task, ms', value: as('longestTaskMs'), target: { atMost: 60 } },
  { title: 'layout shift (CLS)', value: as('layoutShift'), digits: 3, target: { atMost: 0 } },
  { title: 'nodes, +', value: added('nodes') },
  { title: 'heap, +kB', value: added('heapBytes', 1e3), target: { atMost: 100 } },
  { title: 'returning visit, first gated script ran, ms', value: as('returnToFirstMs') },
  {
    title: 'returning visit, last gated script ran, ms',
    value: as('returnToLastMs'),
    target: { times: 1.05, of: 'floor' },
  },
  {
    title: 'accept to last of six ran, Slow 4G, ms',
    value: as('acceptToLastMs'),
    target: { atMost: 220 },
  },
  { title: 'accept to painted, ms', value: as('acceptToPaintMs'), target: { atMost: 40 } },
  { title: 'preferences usable, ms', value: as('preferencesMs'), target: { atMost: 35 } },
  { title: 'preferences usable, Slow 4G, ms', value: as('preferencesSlowMs') },
  { title: 'visible button ignores clicks, ms', value: as('ignoredMs'), target: { atMost: 0 } },
  ...many(10),
  ...many(100),
  ...many(1_000),
]
