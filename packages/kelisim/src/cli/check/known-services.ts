import { presets } from '@kelisim/services/every-preset'
import type { Recognisable } from '../../audit/recognise.ts'

// Ids of accounts that the presets were made with: on a site any other may stand there.
const ACCOUNT = /12345678|phc_ab12|0123456789abcdef0123456789abcdef|0123456789/g
// Made for an owner's own server; its place is not known.
const OWN_HOST = /(^|\.)example(\.|$)/

/** Everything that our presets know of services, for whatever account. */
export const knownServices: readonly Recognisable[] = presets.map(([make]) => {
  const { id, category, hosts, match, storage } = make()
  return {
    id,
    category,
    hosts: hosts.filter((host) => !OWN_HOST.test(host)),
    match,
    storage: storage.map((entry) => ({ ...entry, name: entry.name.replace(ACCOUNT, '*') })),
  }
})
