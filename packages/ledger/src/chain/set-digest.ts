import { createHash } from 'node:crypto'
import { sha256 } from '../record/sha256.ts'

const BYTES = 256
const MODULUS = 1n << BigInt(BYTES * 8)

/**
 * Digest of a set of hashes that needs neither their order nor their number in memory: each is stretched to
 * 2,048 bits and added.
 *
 * Source: Bellare and Micciancio, "A New Paradigm for Collision-Free Hashing" (AdHash), 1997.
 */
export class SetDigest {
  count = 0
  #sum = 0n

  add(hash: string): void {
    const stretched = createHash('shake256', { outputLength: BYTES }).update(hash).digest('hex')
    this.#sum = (this.#sum + BigInt(`0x${stretched}`)) % MODULUS
    this.count++
  }

  /** 64 hexadecimal digits. */
  digest(): string {
    return sha256(`${this.count}:${this.#sum.toString(16)}`)
  }
}
