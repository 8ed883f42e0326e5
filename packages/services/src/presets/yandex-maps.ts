import { definePreset, type Preset, type PresetOptions } from '../preset.ts'
import { publicSnippets } from '../public-sources.ts'
import { showMap } from '../service-purposes.ts'
import { visitorId } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { yandex } from '../vendors.ts'

/** Options of `yandexMaps`. */
export type YandexMapsOptions = PresetOptions

/**
 * Yandex Maps. It is shown by a frame of the page, so nothing is loaded here. Lazy loaders
 * that read `data-src` fetch it whatever the visitor chose. Eleven cookies of the vendor's were seen,
 * lasting up to 400 days; which ones is not known for certain.
 */
export function yandexMaps(options: YandexMapsOptions = {}): Preset {
  return definePreset(
    {
      ...yandex,
      id: 'yandex-maps',
      name: 'Yandex Maps',
      category: 'functional',
      purpose: showMap,
      needsReload: false,
      hosts: ['yandex.ru/map-widget', 'api-maps.yandex.ru'],
      match: ['yandex.ru/map-widget'],
      signals: [],
      sources: [publicSnippets],
      confidence: 'reported',
      storage: stored('cookie 3', 'unknown', visitorId, { yandexuid: '', yuidss: '' }),
    },
    options,
  )
}
