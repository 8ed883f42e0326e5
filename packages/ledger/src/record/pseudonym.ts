import { sha256 } from './sha256.ts'

/**
 * Turns a consent id into the id that stands for it after an erasure: the same time, then 74 bits of its
 * SHA-256, as a UUIDv8 (RFC 9562, section 5.8). Nobody gets from it to the id, whose own 74 random bits
 * would have to be guessed; who has the id finds its tombstone.
 */
export function pseudonym(consentId: string): string {
  const digest = sha256(consentId)
  const variant = ((parseInt(digest.slice(3, 4), 16) & 3) | 8).toString(16)
  const random = `8${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`
  return `${consentId.slice(0, 13)}-${random}`
}

/** Whether an id is of a tombstone, not of a visitor. */
export const isPseudonym = (id: string): boolean => id[14] === '8'
