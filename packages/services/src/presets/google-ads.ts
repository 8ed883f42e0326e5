import { assertId } from '../assert-id.ts'
import { bufferCalls, type BufferOptions } from '../buffer-calls.ts'
import { inConsentMode } from '../consent-mode.ts'
import { GOOGLE_CALLS, googleTag } from '../google-facts.ts'
import {
  announceGoogle,
  configureGoogle,
  denyGoogle,
  type GoogleOptions,
  grantGoogle,
  gtagUrl,
  updateGoogle,
} from '../google-tag.ts'
import { definePreset, type Preset, type PresetOptions, type StorageEntry } from '../preset.ts'
import { measureAds } from '../service-purposes.ts'
import { adChoice, adResults, cookieTest, visitorId } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { loadOnce } from '../vendor-script.ts'

/** Options of `googleAds`. */
export interface GoogleAdsOptions extends PresetOptions, GoogleOptions, BufferOptions {
  /** Conversion id. */
  readonly id: string
  /** Second argument of `gtag('config', …)`. */
  readonly settings?: Readonly<Record<string, unknown>>
}

const SIGNALS = ['marketing']

/**
 * Google Ads. In advanced mode it gets pings without cookies before consent and after a refusal.
 *
 * @throws {ConsentError} `bad-option` if the id is not a conversion id.
 */
export function googleAds(options: GoogleAdsOptions): Preset {
  const id = assertId('googleAds', options.id, /^AW-\d+$/, 'a conversion id is like AW-123456789')
  const preset = definePreset(
    {
      ...googleTag,
      id: 'google-ads',
      name: 'Google Ads',
      category: 'marketing',
      purpose: measureAds,
      // Denied storage still lets pings without cookies through.
      needsReload: true,
      hosts: ['www.googletagmanager.com/gtag/js', 'googleads.g.doubleclick.net'],
      storage: storageOf(),
      load: async (context) => {
        grantGoogle(SIGNALS, context, options)
        configureGoogle(id, options.settings)
        await loadOnce(context, gtagUrl(id))
      },
      update: updateGoogle,
      stop: (context) => denyGoogle(SIGNALS, context),
    },
    options,
  )
  return inConsentMode(options, bufferCalls(GOOGLE_CALLS, options, preset), {
    prepare: async (context) => {
      announceGoogle(context, options)
      configureGoogle(id, options.settings)
      await loadOnce(context, gtagUrl(id))
    },
  })
}

function storageOf(): StorageEntry[] {
  return [
    ...stored('cookie 1', 'reported', adResults, { '_gcl_*': 'P90D', '_gac_*': 'P90D' }),
    ...stored('cookie 3', 'reported', adChoice, { IDE: '' }),
    ...stored('cookie 3', 'reported', visitorId, { NID: '' }),
    ...stored('cookie 3', 'reported', cookieTest, { test_cookie: '' }),
  ]
}
