import { assertId } from '../assert-id.ts'
import { bufferCalls, type BufferOptions } from '../buffer-calls.ts'
import { type ConsentModeOptions, inConsentMode } from '../consent-mode.ts'
import { definePreset, type Preset, type PresetOptions, type StorageEntry } from '../preset.ts'
import { openCookies } from '../public-sources.ts'
import { measureAds } from '../service-purposes.ts'
import { adChoice, adResults, visitorId, visitSource } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { callVendor, makeStub } from '../vendor-globals.ts'
import { claimStart, loadOnce, stopVendor } from '../vendor-script.ts'

/** Options of `metaPixel`. */
export interface MetaPixelOptions extends PresetOptions, ConsentModeOptions, BufferOptions {
  /** Number of the pixel. */
  readonly id: string | number
}

const SCRIPT = 'https://connect.facebook.net/en_US/fbevents.js'

interface Fbq {
  (...call: readonly unknown[]): void
  callMethod?: (...call: readonly unknown[]) => void
}

/**
 * Meta Pixel. A withdrawal revokes its consent, and a new grant goes on without a second page view. In
 * advanced mode its script is fetched before consent and holds what it has to send.
 *
 * @throws {ConsentError} `bad-option` if the id is not a pixel's number.
 */
export function metaPixel(options: MetaPixelOptions): Preset {
  const id = assertId(
    'metaPixel',
    options.id,
    /^\d+$/,
    'a pixel id is digits only, such as 1234567890',
  )
  const start = `meta-pixel ${id}`
  const preset = definePreset(
    {
      id: 'meta-pixel',
      name: 'Meta Pixel',
      category: 'marketing',
      vendor: 'Meta',
      country: 'US',
      countries: ['US', 'IE'],
      purpose: measureAds,
      privacyUrl: 'https://www.facebook.com/privacy/policy/',
      needsReload: false,
      hosts: ['connect.facebook.net', 'www.facebook.com/tr'],
      signals: ['meta'],
      sources: ['https://developers.facebook.com/docs/meta-pixel/implementation/gdpr', openCookies],
      confidence: 'documented',
      storage: storageOf(),
      load: async (context) => {
        begin(start, id, 'grant')
        await loadOnce(context, SCRIPT)
      },
      stop: () =>
        stopVendor({ url: SCRIPT, start, stubs: ['fbq', '_fbq'] }, () =>
          callVendor('fbq', 'consent', 'revoke'),
        ),
    },
    options,
  )
  return inConsentMode(options, bufferCalls({ fbq: 'function' }, options, preset), {
    prepare: async (context) => {
      begin(start, id, 'revoke')
      await loadOnce(context, SCRIPT)
    },
    stop: () => callVendor('fbq', 'consent', 'revoke'),
  })
}

function begin(start: string, id: string, consent: 'grant' | 'revoke'): void {
  makeStub('fbq', '', makeFbq)
  callVendor('fbq', 'consent', consent)
  if (!claimStart(start)) return
  callVendor('fbq', 'init', id)
  callVendor('fbq', 'track', 'PageView')
}

// The vendor keeps this function and gives it `callMethod` when its script arrives.
function makeFbq(): Fbq {
  const queue: unknown[] = []
  const fbq: Fbq = (...call) => {
    if (fbq.callMethod) fbq.callMethod(...call)
    else queue.push(call)
  }
  Object.assign(fbq, { queue, push: fbq, loaded: true, version: '2.0' })
  makeStub('_fbq', '', () => fbq)
  return fbq
}

function storageOf(): StorageEntry[] {
  return [
    ...stored('cookie 1', 'reported', adResults, { _fbp: 'P90D', _fbc: 'P90D' }),
    ...stored('local 1', 'reported', visitSource, { 'lastExternalReferrer*': 'persistent' }),
    ...stored('cookie 3', 'reported', adChoice, { fr: '' }),
    ...stored('cookie 3', 'reported', visitorId, { datr: '', sb: '' }),
  ]
}
