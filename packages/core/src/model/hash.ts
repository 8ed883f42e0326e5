/**
 * Hashes a text to seven characters: FNV-1a with 32 bits, in base 36.
 *
 * Each step is a bijection of the state, so texts of one length that differ in one character never collide.
 * Finds accidents, not forgery: whoever can write the cookie can also compute this.
 *
 * Source: RFC 9923 (The FNV Non-Cryptographic Hash Algorithm).
 */
export function hash(text: string): string {
  let state = 0x811c9dc5
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193)
  return (state >>> 0).toString(36).padStart(7, '0')
}
