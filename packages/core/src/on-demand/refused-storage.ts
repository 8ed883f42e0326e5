import type { Asked } from '../model/asked.ts'
import type { Decision } from '../model/decision.ts'
import { isRefused } from '../model/is-refused.ts'
import type { StorageEntry } from '../model/options.ts'
import { nameMatcher } from './name-matcher.ts'

/** What is to go from one kind of storage. */
export interface Sweepable {
  /** Names that are declared without `*`; the browser need not list them. */
  readonly exact: readonly string[]
  /** True for names that refused services declare and no other does. */
  readonly matches: (name: string) => boolean
}

const OWN = /^(__Host-|__Secure-)?kelisim/

/**
 * Finds the names of one kind of storage that only refused services declare, on the site's own host.
 * What nobody declares is nobody's to delete; Kelisim's own never counts.
 *
 * @returns Nothing where there are none.
 */
export function refusedStorage(
  kind: StorageEntry['kind'],
  decision: Decision,
  asked: Asked,
): Sweepable | undefined {
  const refused: string[] = []
  const kept: string[] = []
  for (const service of asked.services.values()) {
    // What the profile leaves out was refused by the owner.
    const isSwept = !service.category || isRefused(decision, asked, service)
    for (const { name, party, optOut, ...entry } of service.storage ?? []) {
      if (entry.kind === kind && party !== 3) (isSwept && !optOut ? refused : kept).push(name)
    }
  }
  // A glob of nothing but stars would take what nobody declared.
  const patterns = refused.filter((name) => !/^\**$/.test(name))
  if (!patterns[0]) return undefined
  const isDeclared = nameMatcher(patterns)
  const isKept = nameMatcher(kept)
  const matches = (name: string): boolean => isDeclared(name) && !isKept(name) && !OWN.test(name)
  return {
    exact: patterns.filter((name) => !name.includes('*') && matches(name)),
    matches,
  }
}
