import { definePreset, type Preset, type PresetOptions } from '../preset.ts'
import { publicSnippets } from '../public-sources.ts'
import { playVideo } from '../service-purposes.ts'
import { visitorId } from '../storage-purposes.ts'
import { stored } from '../stored.ts'

/** Options of `vimeo`. */
export type VimeoOptions = PresetOptions

/**
 * Vimeo player. It is shown by a frame of the page, so nothing is loaded here. Addresses with
 * `dnt=1` are reported to store nothing.
 */
export function vimeo(options: VimeoOptions = {}): Preset {
  return definePreset(
    {
      id: 'vimeo',
      name: 'Vimeo',
      category: 'functional',
      vendor: 'Vimeo',
      country: 'US',
      purpose: playVideo,
      privacyUrl: 'https://vimeo.com/privacy',
      needsReload: false,
      hosts: ['player.vimeo.com'],
      match: ['player.vimeo.com/video'],
      signals: [],
      sources: [publicSnippets],
      confidence: 'reported',
      storage: [...stored('cookie 3', 'reported', visitorId, { vuid: 'P2Y' })],
    },
    options,
  )
}
