import { createHash, timingSafeEqual } from 'node:crypto'
import { BadInput } from '../record/bad-input.ts'

/** What lets an operator in. */
export interface Token {
  /** For the log. */
  readonly name: string
  readonly secret: string
  /** Origin that it is for; without it, all. */
  readonly site?: string
  /** Milliseconds since the Unix epoch. */
  readonly expiresAt?: number
}

/**
 * Finds the token that a request carries. All are compared, each in constant time.
 *
 * @param authorization The request's `Authorization` header.
 * @throws {BadInput} 401 where none fits.
 */
export function findToken(
  authorization: string | undefined,
  tokens: readonly Token[],
  now: number,
): Token {
  const sent = digest(bearer(authorization))
  let found: Token | undefined
  for (const token of tokens)
    if (timingSafeEqual(sent, digest(token.secret)) && (token.expiresAt ?? Infinity) > now)
      found = token
  if (!found)
    throw new BadInput(401, 'no-token', "Send an operator's token: Authorization: Bearer <token>.")
  return found
}

/** The token of an `Authorization` header; empty where there is none. */
export const bearer = (authorization: string | undefined): string =>
  /^Bearer ([\x21-\x7e]{1,512})$/i.exec(authorization ?? '')?.[1] ?? ''

// Hashes have one length, and the comparison needs that.
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compares hashes in constant time. */
export const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))
