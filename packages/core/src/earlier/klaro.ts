import { answersIn, parseObject, type ReadEarlier } from './earlier-choice.ts'

/** Reads the cookie of klaro: an answer for each service, without a time. */
export const readKlaro: ReadEarlier = (text) => {
  const cookie = parseObject(text)
  if (!cookie) return null
  return {
    categories: new Map(),
    services: answersIn(cookie),
    at: undefined,
  }
}
