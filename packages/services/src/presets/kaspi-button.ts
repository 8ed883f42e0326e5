import { definePreset, type Preset, type PrivacyOptions } from '../preset.ts'
import { publicSnippets } from '../public-sources.ts'
import { payByButton } from '../service-purposes.ts'
import { callVendor } from '../vendor-globals.ts'
import { loadOnce } from '../vendor-script.ts'

/** Options of `kaspiButton`. */
export type KaspiButtonOptions = PrivacyOptions

/**
 * Kaspi button. What it stores is not known, and the vendor has no call that stops it. Whether it is
 * necessary for a purchase is for the operator to decide, by `category`.
 */
export function kaspiButton(options: KaspiButtonOptions): Preset {
  return definePreset(
    {
      id: 'kaspi-button',
      name: 'Kaspi',
      category: 'functional',
      vendor: 'Kaspi',
      country: 'KZ',
      purpose: payByButton,
      needsReload: true,
      hosts: ['kaspi.kz/kaspibutton'],
      match: ['kaspi.kz/kaspibutton'],
      signals: [],
      sources: [publicSnippets],
      confidence: 'reported',
      storage: [],
      load: async (context) => {
        const url = 'https://kaspi.kz/kaspibutton/widget/ks-wi_ext.js'
        // Buttons that came after the script are drawn by this call alone.
        if (await loadOnce(context, url, { id: 'KS-Widget' }))
          callVendor('ksWidgetInitializer.reinit')
      },
    },
    options,
  )
}
