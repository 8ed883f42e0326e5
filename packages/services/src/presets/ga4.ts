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
import { countVisits } from '../service-purposes.ts'
import { adResults, throttle, visit, visitorId } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { removeGlobal, setGlobal } from '../vendor-globals.ts'
import { loadOnce } from '../vendor-script.ts'

/** Options of `ga4`. */
export interface Ga4Options extends PresetOptions, GoogleOptions, BufferOptions {
  /** Measurement id. */
  readonly id: string
  /** Second argument of `gtag('config', …)`. */
  readonly settings?: Readonly<Record<string, unknown>>
}

const SIGNALS = ['analytics']

/**
 * Google Analytics 4. In advanced mode it gets pings without cookies before consent and after a
 * refusal.
 *
 * @throws {ConsentError} `bad-option` if the id is not a measurement id.
 */
export function ga4(options: Ga4Options): Preset {
  const id = assertId('ga4', options.id, /^G-[A-Z\d]+$/, 'a measurement id is like G-AB12CD34EF')
  const flag = `ga-disable-${id}`
  const preset = definePreset(
    {
      ...googleTag,
      id: 'ga4',
      name: 'Google Analytics 4',
      category: 'analytics',
      purpose: countVisits,
      needsReload: false,
      hosts: ['www.googletagmanager.com/gtag/js', 'google-analytics.com'],
      storage: storageOf(),
      load: async (context) => {
        removeGlobal(flag)
        grantGoogle(SIGNALS, context, options)
        configureGoogle(id, options.settings)
        await loadOnce(context, gtagUrl(id))
      },
      update: updateGoogle,
      stop: (context) => {
        denyGoogle(SIGNALS, context)
        setGlobal(flag, true)
      },
    },
    options,
  )
  return inConsentMode(options, bufferCalls(GOOGLE_CALLS, options, preset), {
    prepare: async (context) => {
      announceGoogle(context, options)
      configureGoogle(id, options.settings)
      await loadOnce(context, gtagUrl(id))
    },
    stop: (context) => denyGoogle(SIGNALS, context),
  })
}

function storageOf(): StorageEntry[] {
  return [
    ...stored('cookie 1', 'reported', visitorId, { _ga: 'P2Y', _gid: 'PT24H' }),
    ...stored('cookie 1', 'reported', visit, { '_ga_*': 'P2Y' }),
    ...stored('cookie 1', 'reported', throttle, { '_gat*': 'PT1M' }),
    ...stored('cookie 1', 'reported', adResults, { _gcl_au: 'P90D' }),
    ...stored('cookie 1', 'reported', visitorId, { FPID: '', FPLC: '' }),
  ]
}
