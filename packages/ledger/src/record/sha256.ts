import { createHash } from 'node:crypto'

/** Hashes text in UTF-8 to 64 hexadecimal digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
