import { definePreset, type Preset, type PresetOptions } from '../preset.ts'
import { openCookies } from '../public-sources.ts'
import { playVideo } from '../service-purposes.ts'
import { playerSettings, visit, visitorId } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { google } from '../vendors.ts'

/** Options of `youtube`. */
export type YoutubeOptions = PresetOptions

/**
 * YouTube player. It is shown by a frame of the page, so nothing is loaded here. The address without
 * cookies stores too once a video plays.
 */
export function youtube(options: YoutubeOptions = {}): Preset {
  return definePreset(
    {
      ...google,
      id: 'youtube',
      name: 'YouTube',
      category: 'functional',
      purpose: playVideo,
      needsReload: false,
      hosts: ['youtube.com', 'youtube-nocookie.com', 'i.ytimg.com'],
      match: ['www.youtube.com/embed', 'youtube.com/embed', 'www.youtube-nocookie.com/embed'],
      signals: [],
      sources: [openCookies],
      confidence: 'reported',
      storage: [
        ...stored('cookie 3', 'reported', visit, { YSC: 'session' }),
        ...stored('cookie 3', 'reported', visitorId, { VISITOR_INFO1_LIVE: 'P6M' }),
        ...stored('local 3', 'reported', playerSettings, { 'yt-remote-*': 'persistent' }),
      ],
    },
    options,
  )
}
