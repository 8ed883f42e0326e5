import type { Sample } from './measures/measure.ts'
import type { Row } from './rows.ts'

/** All rounds of one subject, as medians. */
export interface Result {
  readonly name: string
  readonly short: string
  readonly kind: 'page alone' | 'ours' | 'rival' | 'floor'
  readonly sample: Sample
}

/** The results that others are measured by. */
export interface Field {
  /** The page without anybody. */
  readonly page: Sample
  /** Our recommended form. */
  readonly ours: Result
  readonly rivals: readonly Result[]
  /** The rival, and the floor, that targets are ratios of. */
  readonly yardstick: Result | undefined
  readonly floor: Result | undefined
}

/** Sorts results into who is measured by whom. @throws {Error} When the page or we are not among them. */
export function fieldOf(results: readonly Result[], yardstickName: string): Field {
  const page = results.find(({ kind }) => kind === 'page alone')
  const ours = results.find(({ kind }) => kind === 'ours')
  if (!page || !ours) throw new Error('The page alone and kelisim have to be measured, too.')
  return {
    page: page.sample,
    ours,
    rivals: results.filter(({ kind }) => kind === 'rival'),
    yardstick: results.find(({ name }) => name === yardstickName),
    floor: results.find(({ kind }) => kind === 'floor'),
  }
}

/** The figure of a subject as the table shows it; a dash where there is none. */
export function figure({ value, digits = 0 }: Row, { sample }: Result, page: Sample): string {
  const found = value(sample, page)
  // Not "-0".
  return found === undefined ? '–' : found.toFixed(digits).replace(/^-(0(\.0*)?)$/, '$1')
}

/**
 * Says how our figure stands: among the rivals, and to its target. Figures are compared as they are
 * shown, so that nobody is ahead by less than the table tells.
 */
export function verdict(row: Row, field: Field): string {
  return [rank(row, field), distance(row, field)].filter(Boolean).join('; ')
}

function rank(row: Row, { page, ours, rivals }: Field): string {
  const own = Number(figure(row, ours, page))
  const known = rivals
    .map((rival) => ({ rival, theirs: Number(figure(row, rival, page)) }))
    .filter(({ theirs }) => !Number.isNaN(theirs))
  const best = Math.min(...known.map(({ theirs }) => theirs))
  if (known.length === 0 || Number.isNaN(own)) return ''
  if (own < best) return 'ahead'
  if (own === best) return 'level'
  const before = known.filter(({ theirs }) => theirs < own).map(({ rival }) => rival.short)
  return `**behind ${before.join(', ')}**`
}

function distance(row: Row, { page, ours, yardstick, floor }: Field): string {
  const { target } = row
  const own = row.value(ours.sample, page)
  if (!target || own === undefined) return ''
  if ('atMost' in target) {
    const isMet = Number(figure(row, ours, page)) <= target.atMost
    return isMet ? `≤ ${target.atMost}` : `**over ${target.atMost}**`
  }
  const other = target.of === 'floor' ? floor : yardstick
  const theirs = other && row.value(other.sample, page)
  if (!other || !theirs) return ''
  const ratio = (own / theirs).toFixed(2)
  const isMet = Number(ratio) <= target.times
  return isMet
    ? `${ratio}× ${other.short} (≤ ${target.times})`
    : `**${ratio}× ${other.short}, over ${target.times}**`
}
