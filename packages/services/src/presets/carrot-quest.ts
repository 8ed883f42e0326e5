import { assertId } from '../assert-id.ts'
import { definePreset, type Preset, type PrivacyOptions, type StorageEntry } from '../preset.ts'
import { publicSnippets, trackerRadar } from '../public-sources.ts'
import { chat } from '../service-purposes.ts'
import { access, undocumented, visit, visitorId } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { callVendor, makeList, makeStub } from '../vendor-globals.ts'
import { claimStart, loadOnce } from '../vendor-script.ts'

/** Options of `carrotQuest`. */
export interface CarrotQuestOptions extends PrivacyOptions {
  /** API key. */
  readonly id: string
}

const METHODS = ['connect', 'track', 'identify', 'auth', 'onReady', 'addCallback', 'removeCallback']

/**
 * Carrot quest chat. No call that stops it is known.
 *
 * @throws {ConsentError} `bad-option` if the id is not an API key.
 */
export function carrotQuest(options: CarrotQuestOptions): Preset {
  const hint = 'an API key is like 12345-ab12cd34ef56ab12cd34ef56ab'
  const id = assertId('carrotQuest', options.id, /^\d+-[\da-f]+$/, hint)
  return definePreset(
    {
      id: 'carrot-quest',
      name: 'Carrot quest',
      category: 'functional',
      vendor: 'Carrot quest',
      country: 'RU',
      purpose: chat,
      needsReload: true,
      hosts: ['carrotquest.io', 'carrotquest.app'],
      signals: [],
      sources: [trackerRadar, publicSnippets],
      confidence: 'reported',
      storage: storageOf(),
      load: async (context) => {
        makeList('carrotquestasync')
        makeStub('carrotquest', 'connect', makeCarrotquest)
        if (claimStart('carrot-quest')) callVendor('carrotquest.connect', id)
        await loadOnce(context, 'https://cdn.carrotquest.io/api.min.js')
      },
    },
    options,
  )
}

// The name and the arguments of a call are two entries of the vendor's list.
function makeCarrotquest(): unknown {
  const calls = METHODS.map((method) => [
    method,
    (...args: readonly unknown[]) => callVendor('carrotquestasync.push', method, args),
  ])
  return { settings: {}, ...Object.fromEntries(calls) }
}

function storageOf(): StorageEntry[] {
  return [
    ...stored('cookie 1', 'measured', visitorId, {
      carrotquest_device_guid: 'P1500D',
      carrotquest_uid: 'P150D',
    }),
    ...stored('cookie 1', 'measured', access, { carrotquest_auth_token: 'P150D' }),
    ...stored('cookie 1', 'measured', visit, { 'carrotquest_session*': 'PT1H' }),
    ...stored('cookie 1', 'measured', undocumented, {
      carrotquest_realtime_services_transport: 'session',
    }),
    ...stored('local 1', 'reported', undocumented, { 'carrotquest*': 'persistent' }),
  ]
}
