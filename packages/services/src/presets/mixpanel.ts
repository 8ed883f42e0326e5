import { assertId } from '../assert-id.ts'
import { definePreset, type Preset, type PresetOptions, type StorageEntry } from '../preset.ts'
import { browserRun } from '../public-sources.ts'
import { countVisits } from '../service-purposes.ts'
import { makeSnippetStub } from '../snippet-stub.ts'
import { unsent, vendorChoice, visit, visitorId } from '../storage-purposes.ts'
import { optOut, stored } from '../stored.ts'
import { callVendor } from '../vendor-globals.ts'
import { loadOnce, stopVendor } from '../vendor-script.ts'

/** Options of `mixpanel`. */
export interface MixpanelOptions extends PresetOptions {
  /** Project token. */
  readonly id: string
  /**
   * Second argument of `mixpanel.init`.
   *
   * @default { track_pageview: true }
   */
  readonly settings?: Readonly<Record<string, unknown>>
}

const SCRIPT = 'https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js'

/**
 * Mixpanel. A withdrawal opts the visitor out, which also clears its cookie.
 *
 * @throws {ConsentError} `bad-option` if the id is not a project token.
 */
export function mixpanel(options: MixpanelOptions): Preset {
  const hint = 'a project token is 32 hexadecimal digits'
  const id = assertId('mixpanel', options.id, /^[\da-f]{32}$/i, hint)
  return definePreset(
    {
      id: 'mixpanel',
      name: 'Mixpanel',
      category: 'analytics',
      vendor: 'Mixpanel',
      country: 'US',
      purpose: countVisits,
      privacyUrl: 'https://mixpanel.com/legal/privacy-policy/',
      needsReload: false,
      hosts: ['mxpnl.com', 'mixpanel.com'],
      signals: ['mixpanel'],
      sources: ['https://github.com/mixpanel/mixpanel-js', browserRun],
      confidence: 'measured',
      storage: storageOf(id),
      load: async (context) => {
        makeSnippetStub('mixpanel', 1.2, id, options.settings ?? { track_pageview: true })
        if (!(await loadOnce(context, SCRIPT))) return
        // The opt-out outlives the page it was made on.
        if (callVendor('mixpanel.has_opted_out_tracking')) callVendor('mixpanel.opt_in_tracking')
      },
      stop: () =>
        stopVendor({ url: SCRIPT, start: '', stubs: ['mixpanel'] }, () =>
          callVendor('mixpanel.opt_out_tracking'),
        ),
    },
    options,
  )
}

function storageOf(id: string): StorageEntry[] {
  return [
    ...stored('cookie 1', 'measured', visitorId, { [`mp_${id}_mixpanel`]: 'P365D' }),
    ...stored('local 1', 'measured', visitorId, { [`mp_${id}_mixpanel`]: 'persistent' }),
    ...stored('session 1', 'measured', visit, {
      'mp_tab_id_*': 'session',
      'mp_gen_new_tab_id_*': 'session',
    }),
    ...stored('local 1', 'measured', unsent, { [`__mpq_${id}_*`]: 'persistent' }),
    ...stored('idb 1', 'measured', unsent, {
      mixpanelBrowserDb: 'persistent',
      mixpanelFlagsDb: 'persistent',
    }),
    ...optOut(
      stored('local 1', 'measured', vendorChoice, { [`__mp_opt_in_out_${id}`]: 'persistent' }),
    ),
  ]
}
