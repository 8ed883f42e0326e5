import type { Context } from 'hono'
import { BadInput } from '../record/bad-input.ts'

const DAY_MS = 864e5
const MOST_DAYS = 400
const DATE = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z)?$/

/**
 * Reads a moment from the query: a day, or ISO 8601 in UTC.
 *
 * @returns Milliseconds since the Unix epoch; undefined where it is not named.
 * @throws {BadInput} 400 for anything else.
 */
export function queryTime(context: Context, name: string): number | undefined {
  const text = context.req.query(name)
  if (text === undefined) return undefined
  const time = DATE.test(text) ? Date.parse(text) : Number.NaN
  if (!Number.isNaN(time)) return time
  throw new BadInput(400, 'invalid-query', `"${name}" is a day such as 2026-11-01.`, name)
}

/** Whole days from `from` to `to`, both included; the last thirty by default. */
export function spanOf(context: Context, now: number): { from: number; to: number } {
  const last = dayOf(queryTime(context, 'to') ?? now)
  const from = dayOf(queryTime(context, 'from') ?? last - 29 * DAY_MS)
  const to = last + DAY_MS
  if (from >= to || to - from > MOST_DAYS * DAY_MS)
    throw new BadInput(400, 'invalid-query', `Ask for 1 to ${MOST_DAYS} days.`, 'from')
  return { from, to }
}

const dayOf = (time: number) => Math.floor(time / DAY_MS) * DAY_MS
