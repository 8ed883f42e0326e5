import type { Translate } from './translate.ts'

const UNITS = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds']
const DURATION =
  /^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/**
 * Says how long something is kept, as it was declared: nothing is rounded, turned into another unit, or
 * guessed where it is not known.
 *
 * @param lifetime ISO 8601 duration in whole numbers, `session`, `persistent`, or empty.
 * @param say Look-up with plural forms in the texts of `periods`.
 */
export function period(lifetime: string | undefined, say: Translate): string {
  if (lifetime === 'session' || lifetime === 'persistent') return say(`period.${lifetime}`)
  const [, ...counts] = DURATION.exec(`${lifetime}`) ?? []
  const parts = UNITS.flatMap((unit, index) => {
    const count = counts[index]
    return count ? say(`period.${unit}`, { count: Number(count) }) : []
  })
  return parts.join(' ') || say('period.unknown')
}
