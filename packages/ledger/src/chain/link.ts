import { isPseudonym, pseudonym } from '../record/pseudonym.ts'
import { sha256 } from '../record/sha256.ts'
import { SetDigest } from './set-digest.ts'

/** What a link's hash covers: where and when a record was received, and the hashes of what was. */
export interface Link {
  /** Position under the consent id, from 1. */
  readonly sequence: number
  readonly recordId: string
  /** Origin of the page. */
  readonly site: string
  /** Milliseconds since the Unix epoch, by the server's clock. */
  readonly receivedAt: number
  readonly recordSha256: string
  readonly contextSha256: string
}

/** The hash that the first link of a consent id follows; the same before and after an erasure. */
export const genesis = (consentId: string): string =>
  sha256(`kelisim:${isPseudonym(consentId) ? consentId : pseudonym(consentId)}`)

/** The hash of a link: over itself and the hash before it. */
export const linkHash = (previous: string, link: Link): string =>
  sha256(
    JSON.stringify([
      previous,
      link.sequence,
      link.recordId,
      link.site,
      link.receivedAt,
      link.recordSha256,
      link.contextSha256,
    ]),
  )

/** The proof of which links a removal emptied. */
export function removalDigest(hashes: readonly string[]): string {
  const set = new SetDigest()
  for (const hash of hashes) set.add(hash)
  return set.digest()
}
