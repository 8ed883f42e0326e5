import { createHash } from 'node:crypto'

/**
 * Hashes a file as pages write it, in `integrity` and in a Content-Security-Policy.
 *
 * @returns The name of the algorithm and the hash in base 64: `sha384-…`.
 */
export function digest(algorithm: 'sha256' | 'sha384', content: Buffer): string {
  return `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`
}
