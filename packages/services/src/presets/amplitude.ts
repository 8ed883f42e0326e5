import { assertId } from '../assert-id.ts'
import { definePreset, type Preset, type PresetOptions, type StorageEntry } from '../preset.ts'
import { browserRun, tarteaucitron } from '../public-sources.ts'
import { countVisits } from '../service-purposes.ts'
import {
  cookieTest,
  undocumented,
  unsent,
  visit,
  visitorId,
  visitSource,
} from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { callVendor } from '../vendor-globals.ts'
import { claimStart, loadOnce, stopVendor } from '../vendor-script.ts'

/** Options of `amplitude`. */
export interface AmplitudeOptions extends PresetOptions {
  /** API key. */
  readonly id: string
  /** Version of the browser SDK on the vendor's CDN, such as `2.11.1`. */
  readonly version: string
  /** Second argument of `amplitude.init`. */
  readonly settings?: Readonly<Record<string, unknown>>
}

/**
 * Amplitude. A withdrawal opts the visitor out; its identifiers stay until they are swept.
 *
 * @throws {ConsentError} `bad-option` if the id is not an API key or the version not a version.
 */
export function amplitude(options: AmplitudeOptions): Preset {
  const { settings = {} } = options
  const id = assertId(
    'amplitude',
    options.id,
    /^[\da-f]{32}$/i,
    'an API key is 32 hexadecimal digits',
  )
  const form = 'the version of the SDK is like 2.11.1'
  const version = assertId('amplitude', options.version, /^\d+\.\d+\.\d+$/, form, 'version')
  const url = `https://cdn.amplitude.com/libs/analytics-browser-${version}-min.js.gz`
  const key = id.slice(0, 10)
  return definePreset(
    {
      id: 'amplitude',
      name: 'Amplitude',
      category: 'analytics',
      vendor: 'Amplitude',
      country: 'US',
      purpose: countVisits,
      privacyUrl: 'https://amplitude.com/privacy',
      needsReload: false,
      hosts: ['cdn.amplitude.com'],
      signals: ['amplitude'],
      sources: ['https://github.com/amplitude/Amplitude-TypeScript', browserRun, tarteaucitron],
      confidence: 'measured',
      storage: storageOf(key),
      load: async (context) => {
        if (!(await loadOnce(context, url))) return
        if (claimStart(`amplitude ${id}`)) callVendor('amplitude.init', id, settings)
        callVendor('amplitude.setOptOut', false)
      },
      stop: () =>
        stopVendor({ url, start: '', stubs: [] }, () => callVendor('amplitude.setOptOut', true)),
    },
    options,
  )
}

function storageOf(key: string): StorageEntry[] {
  return [
    ...stored('cookie 1', 'measured', visitorId, { [`AMP_${key}`]: 'P365D' }),
    ...stored('cookie 1', 'measured', visitSource, { [`AMP_MKTG_${key}`]: 'P365D' }),
    ...stored('cookie 1', 'unknown', cookieTest, { AMP_TLDTEST: '' }),
    ...stored('local 1', 'measured', unsent, { 'AMP_unsent_*': 'persistent' }),
    ...stored('idb 1', 'measured', undocumented, { 'AMP_diagnostics_*': 'persistent' }),
    ...stored('session 1', 'measured', visit, {
      AMP_URL_INFO: 'session',
      AMP_PAGE_VIEW: 'session',
    }),
  ]
}
