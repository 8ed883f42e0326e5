import { definePreset, type Preset, type PrivacyOptions } from '../preset.ts'
import { publicSnippets, trackerRadar } from '../public-sources.ts'
import { countVisits } from '../service-purposes.ts'
import { undocumented } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { claimStart } from '../vendor-script.ts'

/** Options of `liveInternet`. */
export type LiveInternetOptions = PrivacyOptions

/**
 * LiveInternet counter. It is one picture that is asked for once per page, so nothing goes on after a
 * withdrawal.
 */
export function liveInternet(options: LiveInternetOptions): Preset {
  return definePreset(
    {
      id: 'live-internet',
      name: 'LiveInternet',
      category: 'analytics',
      vendor: 'LiveInternet',
      country: 'RU',
      purpose: countVisits,
      needsReload: false,
      hosts: ['counter.yadro.ru'],
      signals: [],
      sources: [trackerRadar, publicSnippets],
      confidence: 'reported',
      storage: stored('cookie 3', 'unknown', undocumented, { FTID: '', VID: '' }),
      load: () => {
        if (claimStart('live-internet')) new Image().src = hitUrl(document, screen)
      },
      // Without it a reload would be offered, and there is nothing to stop.
      stop: () => {},
    },
    options,
  )
}

// The counter reads the page's own encoding, `escape`, and no other.
function hitUrl({ referrer, URL, title }: Document, { width, height, colorDepth }: Screen): string {
  const parts = [
    `r${escape(referrer)}`,
    `s${width}*${height}*${colorDepth}`,
    `u${escape(URL)}`,
    `h${escape(title.slice(0, 150))}`,
    Math.random(),
  ]
  return `https://counter.yadro.ru/hit?${parts.join(';')}`
}
