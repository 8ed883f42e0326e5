import { assertId } from '../assert-id.ts'
import { assertUrl } from '../assert-url.ts'
import { definePreset, type Preset, type PresetOptions, type StorageEntry } from '../preset.ts'
import { browserRun, tarteaucitron } from '../public-sources.ts'
import { countVisits } from '../service-purposes.ts'
import { makeSnippetStub } from '../snippet-stub.ts'
import { undocumented, vendorChoice, visit, visitorId } from '../storage-purposes.ts'
import { optOut, stored } from '../stored.ts'
import { callVendor } from '../vendor-globals.ts'
import { loadOnce, stopVendor } from '../vendor-script.ts'

/** Options of `posthog`. */
export interface PosthogOptions extends PresetOptions {
  /** Project token. */
  readonly id: string
  /** Address of PostHog, for example `https://posthog.example.kz`. */
  readonly host: string
  /**
   * Where that server stands, as an ISO 3166-1 alpha-2 code.
   *
   * @default "US"
   */
  readonly country?: string
  /**
   * Second argument of `posthog.init`. Session replay stays off unless it is turned on here.
   *
   * @default { disable_session_recording: true }
   */
  readonly settings?: Readonly<Record<string, unknown>>
}

/**
 * PostHog. A withdrawal opts the visitor out, without `reset()`: after that one PostHog makes a new
 * identifier at once.
 *
 * @throws {ConsentError} `bad-option` if the id is not a token or the host not an https address.
 */
export function posthog(options: PosthogOptions): Preset {
  const { country = 'US', settings } = options
  const id = assertId('posthog', options.id, /^[\w-]+$/, 'a project token is like phc_AB12cd34')
  const host = assertUrl('posthog', 'host', options.host)
  const url = `${host}/static/array.js`
  const config = { api_host: host, disable_session_recording: true, ...settings }
  return definePreset(
    {
      id: 'posthog',
      name: 'PostHog',
      category: 'analytics',
      vendor: 'PostHog',
      country,
      purpose: countVisits,
      privacyUrl: 'https://posthog.com/privacy',
      needsReload: false,
      recordsInput: config.disable_session_recording !== true,
      hosts: [host.slice('https://'.length)],
      signals: ['posthog'],
      sources: ['https://github.com/PostHog/posthog-js', browserRun, tarteaucitron],
      confidence: 'measured',
      storage: storageOf(id),
      load: async (context) => {
        makeSnippetStub('posthog', 1, id, config)
        if (!(await loadOnce(context, url))) return
        // The opt-out outlives the page it was made on.
        if (callVendor('posthog.has_opted_out_capturing')) callVendor('posthog.opt_in_capturing')
      },
      stop: () =>
        stopVendor({ url, start: '', stubs: ['posthog'] }, () =>
          callVendor('posthog.opt_out_capturing'),
        ),
    },
    options,
  )
}

function storageOf(id: string): StorageEntry[] {
  return [
    ...stored('cookie 1', 'measured', visitorId, { [`ph_${id}_posthog`]: 'P365D' }),
    ...stored('local 1', 'measured', visitorId, { [`ph_${id}_posthog`]: 'persistent' }),
    ...stored('session 1', 'measured', visit, { [`ph_${id}_window_id`]: 'session' }),
    ...stored('session 1', 'measured', undocumented, { [`ph_${id}_*`]: 'session' }),
    ...optOut(
      stored('local 1', 'measured', vendorChoice, { [`__ph_opt_in_out_${id}`]: 'persistent' }),
    ),
  ]
}
