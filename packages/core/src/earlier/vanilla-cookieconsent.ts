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
  const { services = {}, expirationTime } = cookie
  if (typeof services !== 'object' || !services || Array.isArray(services)) return null
  if (expirationTime !== undefined && !(Number(expirationTime) > now)) return null
  const at = timeOf(cookie['lastConsentTimestamp'] ?? cookie['last_consent_update'])
  // A time that is none, or still to come, was not written by that banner.
  if (at !== undefined && !(at <= now)) return null

  const categories = new Map<string, boolean>()
  const own = new Map<string, boolean>()
  for (const [category, list] of Object.entries(services)) {
    const names = namesIn(list)
    if (!names) return null
    const isAccepted = accepted.includes(category)
    if (isAccepted) for (const name of names) own.set(name, true)
    if (!isAccepted) categories.set(category, false)
  }
  for (const category of accepted) {
    const names = (services as Record<string, readonly unknown[]>)[category]
    if (!Object.hasOwn(services, category) || !names?.[0]) categories.set(category, true)
  }
  return { categories, services: own, accepted, at }
}

function timeOf(written: unknown): number | undefined {
  return written === undefined ? undefined : Date.parse(`${written}`)
}
