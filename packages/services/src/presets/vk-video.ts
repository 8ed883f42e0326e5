import { definePreset, type Preset, type PresetOptions } from '../preset.ts'
import { publicSnippets } from '../public-sources.ts'
import { playVideo } from '../service-purposes.ts'
import { vk } from '../vendors.ts'

/** Options of `vkVideo`. */
export type VkVideoOptions = PresetOptions

/**
 * VK Video player. It is shown by a frame of the page, so nothing is loaded here. What it stores is
 * not known.
 */
export function vkVideo(options: VkVideoOptions = {}): Preset {
  return definePreset(
    {
      ...vk,
      id: 'vk-video',
      name: 'VK Video',
      category: 'functional',
      purpose: playVideo,
      privacyUrl: 'https://vk.com/privacy',
      needsReload: false,
      hosts: ['vkvideo.ru/video_ext.php', 'vk.com/video_ext.php'],
      match: ['vkvideo.ru/video_ext.php', 'vk.com/video_ext.php'],
      signals: [],
      sources: [publicSnippets],
      confidence: 'reported',
      storage: [],
    },
    options,
  )
}
