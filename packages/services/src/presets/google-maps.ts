import { definePreset, type Preset, type PresetOptions } from '../preset.ts'
import { publicSnippets } from '../public-sources.ts'
import { showMap } from '../service-purposes.ts'
import { vendorChoice, visitorId } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { google } from '../vendors.ts'

/** Options of `googleMaps`. */
export type GoogleMapsOptions = PresetOptions

/**
 * Google Maps. It is shown by a frame of the page, so nothing is loaded here.
 */
export function googleMaps(options: GoogleMapsOptions = {}): Preset {
  return definePreset(
    {
      ...google,
      id: 'google-maps',
      name: 'Google Maps',
      category: 'functional',
      purpose: showMap,
      needsReload: false,
      hosts: ['www.google.com/maps', 'google.com/maps', 'maps.googleapis.com'],
      match: ['www.google.com/maps/embed', 'google.com/maps/embed'],
      signals: [],
      sources: [publicSnippets],
      confidence: 'reported',
      storage: [
        ...stored('cookie 3', 'unknown', visitorId, { NID: '', AEC: '' }),
        ...stored('cookie 3', 'unknown', vendorChoice, { SOCS: '' }),
      ],
    },
    options,
  )
}
