import { assertId } from '../assert-id.ts'
import { bufferCalls, type BufferOptions } from '../buffer-calls.ts'
import { type ConsentModeOptions, inConsentMode } from '../consent-mode.ts'
import { definePreset, type Preset, type PresetOptions, type StorageEntry } from '../preset.ts'
import { c15t, openCookies } from '../public-sources.ts'
import { measureAds } from '../service-purposes.ts'
import { visit, visitorId } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { callVendor, makeList, setGlobal } from '../vendor-globals.ts'
import { claimStart, loadEarly, loadOnce, stopVendor } from '../vendor-script.ts'
import { microsoft } from '../vendors.ts'

/** Options of `microsoftUet`. */
export interface MicrosoftUetOptions extends PresetOptions, ConsentModeOptions, BufferOptions {
  /** Number of the tag. */
  readonly id: string | number
}

const SCRIPT = 'https://bat.bing.com/bat.js'

type Uet = new (settings: { ti: string; q: unknown }) => unknown

/**
 * Universal Event Tracking of Microsoft Advertising. A withdrawal denies it storage. In advanced mode it
 * counts visits without cookies before consent and after a refusal.
 *
 * @throws {ConsentError} `bad-option` if the id is not a tag's number.
 */
export function microsoftUet(options: MicrosoftUetOptions): Preset {
  const id = assertId(
    'microsoftUet',
    options.id,
    /^\d+$/,
    'a tag id is digits only, such as 12345678',
  )
  const start = `microsoft-uet ${id}`
  const preset = definePreset(
    {
      ...microsoft,
      id: 'microsoft-uet',
      name: 'Microsoft Advertising (UET)',
      category: 'marketing',
      purpose: measureAds,
      needsReload: true,
      hosts: ['bat.bing.com'],
      signals: ['uet'],
      sources: [c15t, openCookies],
      confidence: 'reported',
      storage: storageOf(),
      load: async (context) => {
        makeList('uetq')
        sendConsent(claimStart(start) ? 'default' : 'update', 'granted')
        if ((await loadOnce(context, SCRIPT)) && claimStart(`${start} page`)) makeTag(id)
      },
      stop: () =>
        stopVendor({ url: SCRIPT, start, stubs: ['uetq'] }, () => sendConsent('update', 'denied')),
    },
    options,
  )
  return inConsentMode(options, bufferCalls({ uetq: 'list' }, options, preset), {
    prepare: async (context) => {
      makeList('uetq')
      if (claimStart(start)) sendConsent('default', 'denied')
      if ((await loadEarly(context, SCRIPT)) && claimStart(`${start} page`)) makeTag(id)
    },
    stop: () => sendConsent('update', 'denied'),
  })
}

function makeTag(id: string): void {
  const { UET, uetq } = globalThis as { UET?: Uet; uetq?: unknown }
  if (!UET) return
  setGlobal('uetq', new UET({ ti: id, q: uetq }))
  callVendor('uetq.push', 'pageLoad')
}

function sendConsent(kind: 'default' | 'update', storage: 'granted' | 'denied'): void {
  callVendor('uetq.push', 'consent', kind, { ad_storage: storage })
}

function storageOf(): StorageEntry[] {
  return [
    ...stored('cookie 1', 'reported', visit, { _uetsid: 'P1D' }),
    ...stored('cookie 1', 'reported', visitorId, { _uetvid: 'P390D' }),
    ...stored('local 1', 'reported', visitorId, { '_uet*': 'persistent' }),
    ...stored('cookie 3', 'reported', visitorId, { MUID: '' }),
  ]
}
