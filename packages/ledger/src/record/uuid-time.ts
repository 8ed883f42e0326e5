import { randomHex, uuidv7 } from '@kelisim/core/identity'

/** Makes a UUIDv7. */
export const newId = (now: number): string => uuidv7(now)

/** The lowest UUID of a moment, in milliseconds since the Unix epoch: a border between partitions. */
export const lowestId = (time: number): string =>
  time
    .toString(16)
    .padStart(12, '0')
    .padEnd(32, '0')
    .replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

/** Random hexadecimal digits that keep a hash of little content from being guessed. */
export const newSalt = (): string => randomHex(32)
