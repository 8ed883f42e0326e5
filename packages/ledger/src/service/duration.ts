/** Years, months and days of an ISO 8601 duration. */
export interface Duration {
  readonly years: number
  readonly months: number
  readonly days: number
}

const PATTERN = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/

/** Reads an ISO 8601 duration of years, months and days, such as `P3Y`; null for what is none. */
export function parseDuration(text: string): Duration | null {
  const parts = PATTERN.exec(text)
  if (!parts) return null
  const [years = 0, months = 0, days = 0] = parts.slice(1).map((part) => Number(part ?? 0))
  return { years, months, days }
}

/** The moment that lies a duration before another, by the calendar; both in milliseconds since the Unix epoch. */
export function before(now: number, { years, months, days }: Duration): number {
  const date = new Date(now)
  const target = new Date(now)
  target.setUTCDate(1)
  target.setUTCFullYear(date.getUTCFullYear() - years, date.getUTCMonth() - months)
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  // A month before 31 March is the last of February.
  target.setUTCDate(Math.min(date.getUTCDate(), last))
  return target.getTime() - days * 864e5
}
