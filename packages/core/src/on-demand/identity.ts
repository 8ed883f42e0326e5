/** Makes random digits, hexadecimal. */
export const randomHex = (digits: number): string =>
  [...crypto.getRandomValues(new Uint8Array(digits))]
    .map((byte) => (byte % 16).toString(16))
    .join('')

/**
 * Makes a UUIDv7 (RFC 9562, section 5.7): 48 bits of time, then random bits. Of the
 * four variants that the standard leaves open it takes the first.
 *
 * @param now Milliseconds since the Unix epoch.
 * @param random Eighteen random hexadecimal digits.
 */
export const uuidv7 = (now: number, random: string = randomHex(18)): string =>
  `${now.toString(16).padStart(12, '0')}7${random.slice(0, 3)}8${random.slice(3, 18)}`.replace(
    /(.{8})(.{4})(.{4})(.{4})/,
    '$1-$2-$3-$4-',
  )
