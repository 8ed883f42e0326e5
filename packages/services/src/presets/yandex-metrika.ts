import { assertCounterId, metrika } from '../metrika-facts.ts'
import { METRIKA, startCounter, stopCounter } from '../metrika-counter.ts'
import { bufferCalls, type BufferOptions } from '../buffer-calls.ts'
import { definePreset, type Preset, type PresetOptions, type StorageEntry } from '../preset.ts'
import { openCookies, tarteaucitron, trackerRadar } from '../public-sources.ts'
import { countVisits } from '../service-purposes.ts'
import { adBlocker, undocumented, unsent, visit, visitorId } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { loadOnce } from '../vendor-script.ts'

/** Options of `yandexMetrika`. */
export interface YandexMetrikaOptions extends PresetOptions, BufferOptions {
  /** Number of the counter. */
  readonly id: string | number
  /**
   * Argument of `init`. Session replay is not set here: it is a service of its own,
   * `yandexMetrikaWebvisor`, so that a visitor can refuse it alone.
   *
   * @default { clickmap: true, trackLinks: true, accurateTrackBounce: true }
   */
  readonly settings?: Readonly<Record<string, unknown>> & { readonly webvisor?: never }
  readonly webvisor?: never
}

const DEFAULTS = { clickmap: true, trackLinks: true, accurateTrackBounce: true }

/**
 * Yandex Metrika without session replay. A withdrawal destroys the counter.
 *
 * @throws {ConsentError} `bad-option` if the id is not a counter's number.
 */
export function yandexMetrika(options: YandexMetrikaOptions): Preset {
  const id = assertCounterId('yandexMetrika', options.id)
  const preset = definePreset(
    {
      ...metrika,
      id: 'yandex-metrika',
      name: 'Yandex Metrika',
      purpose: countVisits,
      storage: storageOf(id),
      sources: [...metrika.sources, trackerRadar, openCookies, tarteaucitron],
      load: async (context) => {
        startCounter(id, { ...DEFAULTS, ...options.settings })
        await loadOnce(context, METRIKA)
      },
      stop: () => stopCounter(id),
    },
    options,
  )
  return bufferCalls({ ym: 'function' }, options, preset)
}

function storageOf(id: string): StorageEntry[] {
  return [
    ...stored('cookie 1', 'measured', visitorId, { _ym_uid: 'P1Y', _ym_d: 'P1Y' }),
    ...stored('cookie 1', 'measured', adBlocker, { _ym_isad: 'PT20H' }),
    ...stored('cookie 1', 'documented', undocumented, {
      _ym_metrika_enabled: '',
      metrika_enabled: '',
      _ym_debug: '',
      _ym_hide_phones: '',
      gdpr_popup: 'session',
    }),
    ...stored('local 1', 'documented', visitorId, { _ym_uid: 'persistent' }),
    ...stored('local 1', 'documented', unsent, { _ym_retryReqs: 'persistent' }),
    ...stored('local 1', 'documented', undocumented, { _ym_hide_phones: 'persistent' }),
    ...stored('local 1', 'documented', visit, { [`_ym${id}_*`]: 'persistent' }),
    ...stored('cookie 3', 'reported', visitorId, {
      yandexuid: 'P1Y',
      yuidss: 'P1Y',
      ymex: 'P1Y',
      i: 'P1Y',
    }),
    ...stored('cookie 3', 'reported', undocumented, {
      bh: 'P1Y',
      yashr: 'P1Y',
      'is_gdpr*': 'P1Y',
      _yasc: 'P10Y',
      'yabs-sid': 'session',
      'yabs-vdrf': 'P5D',
    }),
  ]
}
