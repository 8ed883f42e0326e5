import { assertId } from '../assert-id.ts'
import { definePreset, type Preset, type PrivacyOptions, type StorageEntry } from '../preset.ts'
import { publicSnippets, trackerRadar } from '../public-sources.ts'
import { trackCalls } from '../service-purposes.ts'
import { firstVisit, undocumented, visit } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { setGlobal } from '../vendor-globals.ts'
import { claimStart, loadOnce } from '../vendor-script.ts'

/** Options of `roistat`. */
export interface RoistatOptions extends PrivacyOptions {
  /** Key of the project. */
  readonly id: string
}

const HOST = 'cloud.roistat.com'

/**
 * Roistat, analytics of advertising and calls. The vendor has no call that stops it.
 *
 * @throws {ConsentError} `bad-option` if the id is not a project's key.
 */
export function roistat(options: RoistatOptions): Preset {
  const hint = 'the key of a project is 32 hexadecimal digits'
  const id = assertId('roistat', options.id, /^[\da-f]{32}$/, hint)
  return definePreset(
    {
      id: 'roistat',
      name: 'Roistat',
      category: 'marketing',
      vendor: 'Roistat',
      country: 'RU',
      purpose: trackCalls,
      needsReload: true,
      hosts: ['roistat.com'],
      signals: [],
      sources: [trackerRadar, publicSnippets],
      confidence: 'reported',
      storage: storageOf(),
      load: async (context) => {
        setGlobal('roistatProjectId', id)
        setGlobal('roistatHost', HOST)
        if (claimStart('roistat')) await loadOnce(context, `https://${HOST}${pathOf(id)}`)
      },
    },
    options,
  )
}

// The vendor's snippet asks for the whole client only while a visit goes on.
function pathOf(id: string): string {
  return /roistat_visit=[^;]/.test(document.cookie)
    ? '/dist/module.js'
    : `/api/site/1.0/${id}/init?referrer=${encodeURIComponent(location.href)}`
}

function storageOf(): StorageEntry[] {
  return [
    ...stored('cookie 1', 'measured', visit, {
      roistat_visit: 'P14D',
      roistat_visit_cookie_expire: 'P14D',
    }),
    ...stored('cookie 1', 'measured', firstVisit, { roistat_first_visit: 'P10Y' }),
    ...stored('cookie 1', 'measured', undocumented, {
      ___dc: 'P10Y',
      'roistat_is_*': 'session',
      roistat_cookies_to_resave: 'session',
      roistat_call_tracking: 'session',
    }),
    ...stored('local 1', 'reported', undocumented, { 'roistat*': 'persistent' }),
  ]
}
