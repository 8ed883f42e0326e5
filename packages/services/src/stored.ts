import type { Confidence } from '@kelisim/core'
import type { Purpose, StorageEntry } from './preset.ts'

/**
 * Lists names that a service keeps in one place for one purpose.
 *
 * @param where Kind and party, such as `cookie 1` for a cookie on the site's own host.
 * @param entries Lifetime by name.
 */
export function stored(
  where: `${StorageEntry['kind']} ${StorageEntry['party']}`,
  confidence: Confidence,
  purpose: Purpose,
  entries: Readonly<Record<string, string>>,
): StorageEntry[] {
  const [kind, party] = where.split(' ') as [StorageEntry['kind'], string]
  return Object.entries(entries).map(([name, lifetime]) => ({
    kind,
    name,
    party: party === '1' ? 1 : 3,
    lifetime,
    purpose,
    confidence,
  }))
}

/** Marks what a vendor notes of a refusal: it is kept, because the vendor goes by it. */
export const optOut = (entries: readonly StorageEntry[]): StorageEntry[] =>
  entries.map((entry) => ({ ...entry, optOut: true }))
