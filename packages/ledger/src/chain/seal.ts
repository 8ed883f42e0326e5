import { sha256 } from '../record/sha256.ts'

/** Covers all links that were received in a span of time, so that not even a whole chain can be left out. */
export interface Seal {
  readonly number: number
  /** Milliseconds since the Unix epoch, included. */
  readonly from: number
  /** The same, excluded. */
  readonly to: number
  readonly count: number
  /** Of the links' hashes. */
  readonly digest: string
  readonly hash: string
}

/** The hash of a seal: over itself and the hash before it; the first follows the empty text. */
export const sealHash = (previous: string, seal: Omit<Seal, 'hash'>): string =>
  sha256(JSON.stringify([previous, seal.number, seal.from, seal.to, seal.count, seal.digest]))
