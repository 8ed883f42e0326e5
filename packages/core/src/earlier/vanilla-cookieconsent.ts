import { namesIn, parseObject, type ReadEarlier } from './earlier-choice.ts'

/**
 * Reads the cookie of vanilla-cookieconsent 2 and 3. It lists the categories that were accepted and, in
 * version 3, per category the services that were; whoever accepted only some services of a category has
 * not accepted the category.
 */
export const readVanilla: ReadEarlier = (text, now) => {
  const cookie = parseObject(text)
  const accepted = namesIn(cookie?.['categories'])
  if (!cookie || !accepted) return null
  const services = servicesIn(cookie['services'])
  const at = timeOf(cookie['lastConsentTimestamp'] ?? cookie['last_consent_update'])
  const end = cookie['expirationTime']
  // A time that is none, is over or still to come was not written by that banner for now.
  const isInForce = (at === undefined || at <= now) && (end === undefined || Number(end) > now)
  if (!services || !isInForce) return null

  const refused = [...services.keys()].filter((category) => !accepted.includes(category))
  const whole = accepted.filter((category) => !services.get(category)?.[0])
  const own = accepted.flatMap((category) => services.get(category) ?? [])
  return {
    categories: new Map([
      ...refused.map((category) => [category, false] as const),
      ...whole.map((category) => [category, true] as const),
    ]),
    services: new Map(own.map((service) => [service, true])),
    accepted,
    at,
  }
}

/** The accepted services of each category; null for anything else. */
function servicesIn(given: unknown): ReadonlyMap<string, readonly string[]> | null {
  if (given === undefined) return new Map()
  if (typeof given !== 'object' || !given || Array.isArray(given)) return null
  const found = new Map<string, readonly string[]>()
  for (const [category, list] of Object.entries(given)) {
    const names = namesIn(list)
    if (!names) return null
    found.set(category, names)
  }
  return found
}

function timeOf(written: unknown): number | undefined {
  return written === undefined ? undefined : Date.parse(`${written}`)
}
