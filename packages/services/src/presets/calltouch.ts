import { assertId } from '../assert-id.ts'
import { definePreset, type Preset, type PrivacyOptions, type StorageEntry } from '../preset.ts'
import { publicSnippets, trackerRadar } from '../public-sources.ts'
import { trackCalls } from '../service-purposes.ts'
import { undocumented, visit, visitorId } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { makeQueue, setGlobal } from '../vendor-globals.ts'
import { loadOnce } from '../vendor-script.ts'

/** Options of `calltouch`. */
export interface CalltouchOptions extends PrivacyOptions {
  /** Id of the counter, as it stands in the vendor's snippet. */
  readonly id: string
}

/**
 * Calltouch, call tracking. It also reads the identifiers of Google Analytics, Metrika and Meta. Phone
 * numbers on the page need a default of their own, and the vendor has no call that stops it.
 *
 * @throws {ConsentError} `bad-option` if the id is not a counter's.
 */
export function calltouch(options: CalltouchOptions): Preset {
  const hint = 'the id of a counter is letters and digits, such as ab12cd34'
  const id = assertId('calltouch', options.id, /^[a-z\d]{4,32}$/i, hint)
  return definePreset(
    {
      id: 'calltouch',
      name: 'Calltouch',
      category: 'marketing',
      vendor: 'Calltouch',
      country: 'RU',
      purpose: trackCalls,
      needsReload: true,
      hosts: ['mod.calltouch.ru'],
      signals: [],
      sources: [trackerRadar, publicSnippets],
      confidence: 'measured',
      storage: storageOf(),
      load: async (context) => {
        setGlobal('CalltouchDataObject', 'ct')
        makeQueue('ct', 'callbacks', { loaded: false, counters: [id] })
        await loadOnce(context, `https://mod.calltouch.ru/init.js?id=${id}`)
      },
    },
    options,
  )
}

function storageOf(): StorageEntry[] {
  return [
    ...stored('cookie 1', 'measured', visitorId, { _ct: 'P5Y', _ct_client_global_id: 'P5Y' }),
    ...stored('cookie 1', 'measured', visit, { call_s: 'PT30M', _ct_session_id: 'session' }),
    ...stored('cookie 1', 'measured', undocumented, {
      cted: 'session',
      _ct_ids: 'session',
      _ct_site_id: 'session',
    }),
  ]
}
