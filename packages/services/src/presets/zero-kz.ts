import { assertId } from '../assert-id.ts'
import { definePreset, type Preset, type PrivacyOptions } from '../preset.ts'
import { publicSnippets } from '../public-sources.ts'
import { countVisits } from '../service-purposes.ts'
import { callVendor, makeList } from '../vendor-globals.ts'
import { claimStart, loadOnce } from '../vendor-script.ts'

/** Options of `zeroKz`. */
export interface ZeroKzOptions extends PrivacyOptions {
  /** Number of the counter. */
  readonly id: string | number
}

/**
 * Zero.kz counter. What it stores is not known, and the vendor has no call that stops it.
 *
 * @throws {ConsentError} `bad-option` if the id is not a counter's number.
 */
export function zeroKz(options: ZeroKzOptions): Preset {
  const id = assertId('zeroKz', options.id, /^\d+$/, 'a counter id is digits only, such as 12345')
  return definePreset(
    {
      id: 'zero-kz',
      name: 'ZERO.kz',
      category: 'analytics',
      vendor: 'ZERO.kz',
      country: 'KZ',
      purpose: countVisits,
      needsReload: true,
      hosts: ['c.zero.kz'],
      signals: [],
      sources: [publicSnippets],
      confidence: 'reported',
      storage: [],
      load: async (context) => {
        makeList('_zero_kz_')
        if (claimStart(`zero-kz ${id}`)) {
          callVendor('_zero_kz_.push', ['id', Number(id)])
          callVendor('_zero_kz_.push', ['type', 1])
        }
        await loadOnce(context, 'https://c.zero.kz/z.js')
      },
    },
    options,
  )
}
