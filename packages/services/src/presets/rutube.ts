import { definePreset, type Preset, type PrivacyOptions } from '../preset.ts'
import { publicSnippets } from '../public-sources.ts'
import { playVideo } from '../service-purposes.ts'

/** Options of `rutube`. */
export type RutubeOptions = PrivacyOptions

/**
 * RuTube player. It is shown by a frame of the page, so nothing is loaded here. What it stores is
 * not known.
 */
export function rutube(options: RutubeOptions): Preset {
  return definePreset(
    {
      id: 'rutube',
      name: 'RuTube',
      category: 'functional',
      vendor: 'RuTube',
      country: 'RU',
      purpose: playVideo,
      needsReload: false,
      hosts: ['rutube.ru/play/embed'],
      match: ['rutube.ru/play/embed'],
      signals: [],
      sources: [publicSnippets],
      confidence: 'reported',
      storage: [],
    },
    options,
  )
}
