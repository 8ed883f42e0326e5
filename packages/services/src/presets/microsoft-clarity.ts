import type { LoadContext } from '@kelisim/core'
import { assertId } from '../assert-id.ts'
import { bufferCalls, type BufferOptions } from '../buffer-calls.ts'
import { type ConsentModeOptions, inConsentMode } from '../consent-mode.ts'
import { definePreset, type Preset, type PresetOptions, type StorageEntry } from '../preset.ts'
import { browserRun, openCookies } from '../public-sources.ts'
import { recordActions } from '../service-purposes.ts'
import { recording, undocumented, visit, visitorId } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { callVendor, makeQueue } from '../vendor-globals.ts'
import { loadOnce, stopVendor } from '../vendor-script.ts'
import { microsoft } from '../vendors.ts'

/** Options of `microsoftClarity`. */
export interface MicrosoftClarityOptions extends PresetOptions, ConsentModeOptions, BufferOptions {
  /** Project id. */
  readonly id: string
}

/**
 * Microsoft Clarity, which records sessions. It is told of storage for analytics, and of storage for
 * ads as marketing is granted.
 *
 * A withdrawal stops it; its last batches may still be sent then. Recording begins again on the next
 * page after a new grant. In advanced mode it records before consent and after a refusal, without
 * cookies.
 *
 * @throws {ConsentError} `bad-option` if the id is not a project id.
 */
export function microsoftClarity(options: MicrosoftClarityOptions): Preset {
  const hint = 'a project id is letters and digits, such as ab12cd34ef'
  const id = assertId('microsoftClarity', options.id, /^[a-z\d]{4,20}$/i, hint)
  const url = `https://www.clarity.ms/tag/${id}`
  const preset = definePreset(
    {
      ...microsoft,
      id: 'microsoft-clarity',
      name: 'Microsoft Clarity',
      category: 'analytics',
      purpose: recordActions,
      recordsInput: true,
      // Denied consent alone leaves it sending, without cookies.
      needsReload: true,
      hosts: ['clarity.ms'],
      signals: ['clarity'],
      sources: ['https://learn.microsoft.com/clarity/', browserRun, openCookies],
      confidence: 'documented',
      storage: storageOf(),
      load: async (context) => {
        makeQueue('clarity', 'q')
        sendConsent(context)
        await loadOnce(context, url)
      },
      update: sendConsent,
      stop: () =>
        stopVendor({ url, start: '', stubs: ['clarity'] }, () => {
          sendConsent(NOTHING)
          callVendor('clarity', 'stop')
        }),
    },
    options,
  )
  return inConsentMode(options, bufferCalls({ clarity: 'function' }, options, preset), {
    prepare: async (context) => {
      makeQueue('clarity', 'q')
      sendConsent(context)
      await loadOnce(context, url)
    },
    stop: () => sendConsent(NOTHING),
  })
}

type Known = Pick<LoadContext, 'accepted' | 'allowed'>

const NOTHING: Known = { accepted: () => false, allowed: () => false }

// The spelling of the keys is the vendor's.
function sendConsent({ accepted, allowed }: Known): void {
  callVendor('clarity', 'consentv2', {
    ad_Storage: allowed() && accepted('marketing') ? 'granted' : 'denied',
    analytics_Storage: allowed() ? 'granted' : 'denied',
  })
}

function storageOf(): StorageEntry[] {
  return [
    ...stored('cookie 1', 'measured', visitorId, { _clck: 'P365D' }),
    ...stored('cookie 1', 'measured', visit, { _clsk: 'P1D' }),
    ...stored('session 1', 'measured', recording, { _cltk: 'session' }),
    ...stored('cookie 3', 'reported', visitorId, { CLID: 'P1Y', MUID: 'P1Y' }),
    ...stored('cookie 3', 'reported', undocumented, { SM: '', MR: '', ANONCHK: 'PT10M' }),
  ]
}
