import { assertId } from '../assert-id.ts'
import { definePreset, type Preset, type PrivacyOptions, type StorageEntry } from '../preset.ts'
import { publicSnippets, trackerRadar } from '../public-sources.ts'
import { countVisits } from '../service-purposes.ts'
import { undocumented, visit, visitorId } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { callVendor, makeList } from '../vendor-globals.ts'
import { claimStart, loadOnce } from '../vendor-script.ts'

/** Options of `top100`. */
export interface Top100Options extends PrivacyOptions {
  /** Number of the counter. */
  readonly id: string | number
}

/**
 * Rambler Top-100 counter. The vendor has no call that stops it.
 *
 * @throws {ConsentError} `bad-option` if the id is not a counter's number.
 */
export function top100(options: Top100Options): Preset {
  const id = assertId('top100', options.id, /^\d+$/, 'a counter id is digits only, such as 1234567')
  return definePreset(
    {
      id: 'top-100',
      name: 'Rambler Top-100',
      category: 'analytics',
      vendor: 'Rambler',
      country: 'RU',
      purpose: countVisits,
      needsReload: true,
      hosts: ['st.top100.ru', 'kraken.rambler.ru', 'counter.rambler.ru'],
      signals: [],
      sources: [trackerRadar, publicSnippets],
      confidence: 'reported',
      storage: storageOf(),
      load: async (context) => {
        makeList('_top100q')
        if (claimStart(`top-100 ${id}`)) {
          callVendor('_top100q.push', ['setAccount', id])
          callVendor('_top100q.push', ['trackPageview'])
        }
        await loadOnce(context, 'https://st.top100.ru/top100/top100.js')
      },
    },
    options,
  )
}

function storageOf(): StorageEntry[] {
  return [
    ...stored('cookie 1', 'measured', visitorId, { top100_id: 'P1Y' }),
    ...stored('cookie 1', 'measured', undocumented, { adtech_uid: 'P1Y' }),
    ...stored('cookie 1', 'measured', visit, { 't3_sid_*': 'P1Y' }),
    ...stored('cookie 1', 'unknown', undocumented, { last_visit: '' }),
  ]
}
