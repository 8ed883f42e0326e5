import { assertId } from '../assert-id.ts'
import { bufferCalls, type BufferOptions } from '../buffer-calls.ts'
import { type ConsentModeOptions, inConsentMode } from '../consent-mode.ts'
import { definePreset, type Preset, type PresetOptions, type StorageEntry } from '../preset.ts'
import { c15t, openCookies, publicSnippets } from '../public-sources.ts'
import { measureAds } from '../service-purposes.ts'
import { adResults, undocumented, visit } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { makeTtq, TIKTOK, TTQ_METHODS } from '../tiktok-stub.ts'
import { callVendor, makeStub, setGlobal } from '../vendor-globals.ts'
import { claimStart, loadOnce, stopVendor } from '../vendor-script.ts'

/** Options of `tiktokPixel`. */
export interface TiktokPixelOptions extends PresetOptions, ConsentModeOptions, BufferOptions {
  /** Code of the pixel. */
  readonly id: string
}

/**
 * TikTok Pixel. A withdrawal revokes its consent, and a new grant goes on without a second page view. In
 * advanced mode its script is fetched before consent and holds what it has to send.
 *
 * @throws {ConsentError} `bad-option` if the id is not a pixel's code.
 */
export function tiktokPixel(options: TiktokPixelOptions): Preset {
  const hint = 'a pixel code is capital letters and digits, such as C4AB12CD34EF56GH78IJ'
  const id = assertId('tiktokPixel', options.id, /^[A-Z\d]{10,40}$/, hint)
  const start = `tiktok-pixel ${id}`
  const url = `${TIKTOK}?sdkid=${id}&lib=ttq`
  const preset = definePreset(
    {
      id: 'tiktok-pixel',
      name: 'TikTok Pixel',
      category: 'marketing',
      vendor: 'ByteDance',
      country: 'SG',
      countries: ['SG', 'US', 'CN'],
      purpose: measureAds,
      privacyUrl: 'https://www.tiktok.com/legal/tiktok-website-cookies-policy',
      needsReload: false,
      hosts: ['analytics.tiktok.com'],
      signals: ['tiktok'],
      sources: [openCookies, c15t, publicSnippets],
      confidence: 'reported',
      storage: storageOf(),
      load: async (context) => {
        begin(start, id, 'grantConsent')
        await loadOnce(context, url)
      },
      stop: () => stopVendor({ url, start, stubs: ['ttq'] }, () => callVendor('ttq.revokeConsent')),
    },
    options,
  )
  return inConsentMode(options, bufferCalls({ ttq: TTQ_METHODS }, options, preset), {
    prepare: async (context) => {
      begin(start, id, context.refused() ? 'revokeConsent' : 'holdConsent')
      await loadOnce(context, url)
    },
    update: ({ refused }) => refused() && callVendor('ttq.revokeConsent'),
    stop: () => callVendor('ttq.revokeConsent'),
  })
}

function begin(start: string, id: string, consent: string): void {
  setGlobal('TiktokAnalyticsObject', 'ttq')
  makeStub('ttq', 'push', () => makeTtq(id))
  callVendor(`ttq.${consent}`)
  if (claimStart(start)) callVendor('ttq.page')
}

function storageOf(): StorageEntry[] {
  return [
    ...stored('cookie 1', 'reported', adResults, { _ttp: 'P389D', _tt_enable_cookie: 'P389D' }),
    ...stored('cookie 1', 'reported', visit, { 'ttcsid*': 'P1Y' }),
    ...stored('session 1', 'reported', undocumented, { 'tt_*': 'session' }),
    ...stored('local 1', 'reported', undocumented, { 'tt_*': 'persistent' }),
  ]
}
