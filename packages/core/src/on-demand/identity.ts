/** Makes random hexadecimal text: two characters per byte. */
export const randomHex = (bytes: number): string =>
  [...crypto.getRandomValues(new Uint8Array(bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

/**
 * Makes a UUIDv7 (RFC 9562, section 5.7): 48 bits of time, then random bits.
 *
 * @param now Milliseconds since the Unix epoch.
 * @param random Twenty random hexadecimal digits.
 */
export function uuidv7(now: number, random: string = randomHex(10)): string {
  const time = now.toString(16).padStart(12, '0')
  const variant = '89ab'[parseInt(random, 16) % 4]
  return `${time}7${random.slice(0, 3)}${variant}${random.slice(4, 19)}`.replace(
    /(.{8})(.{4})(.{4})(.{4})/,
    '$1-$2-$3-$4-',
  )
}
