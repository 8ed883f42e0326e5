import { definePreset, type Preset, type PrivacyOptions } from '../preset.ts'
import { publicSnippets } from '../public-sources.ts'
import { showMap } from '../service-purposes.ts'

/** Options of `twoGis`. */
export type TwoGisOptions = PrivacyOptions

/**
 * 2GIS map. Its loader writes into the page while that is parsed, so it cannot be loaded later; use a
 * placeholder with a link to the address. What it stores is not known.
 */
export function twoGis(options: TwoGisOptions): Preset {
  return definePreset(
    {
      id: '2gis',
      name: '2GIS',
      category: 'functional',
      vendor: '2GIS',
      country: 'RU',
      purpose: showMap,
      needsReload: false,
      hosts: ['widgets.2gis.com', 'mapgl.2gis.com'],
      match: ['widgets.2gis.com'],
      signals: [],
      sources: [publicSnippets],
      confidence: 'unknown',
      storage: [],
    },
    options,
  )
}
