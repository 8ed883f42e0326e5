import { assertId } from '../assert-id.ts'
import { definePreset, type Preset, type PrivacyOptions, type StorageEntry } from '../preset.ts'
import { publicSnippets, trackerRadar } from '../public-sources.ts'
import { chat } from '../service-purposes.ts'
import { pageHistory, undocumented, visit, visitSource } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { loadOnce } from '../vendor-script.ts'

/** Options of `jivo`. */
export interface JivoOptions extends PrivacyOptions {
  /** Id of the widget. */
  readonly id: string
}

/**
 * Jivo chat. No call that takes it off the page is known for certain.
 *
 * @throws {ConsentError} `bad-option` if the id is not a widget's.
 */
export function jivo(options: JivoOptions): Preset {
  const hint = 'the id of a widget is letters and digits, such as Ab12Cd34Ef'
  const id = assertId('jivo', options.id, /^[a-z\d]{4,32}$/i, hint)
  return definePreset(
    {
      id: 'jivo',
      name: 'Jivo',
      category: 'functional',
      vendor: 'Jivo',
      country: 'RU',
      purpose: chat,
      needsReload: true,
      hosts: ['code.jivo.ru', 'code.jivosite.com'],
      signals: [],
      sources: [trackerRadar, publicSnippets],
      confidence: 'reported',
      storage: storageOf(),
      load: async (context) => {
        await loadOnce(context, `https://code.jivo.ru/widget/${id}`)
      },
    },
    options,
  )
}

function storageOf(): StorageEntry[] {
  return [
    ...stored('cookie 1', 'reported', visit, { 'jv_enter_ts_*': '', 'jv_visits_count_*': '' }),
    ...stored('cookie 1', 'reported', pageHistory, { 'jv_pages_count_*': '' }),
    ...stored('cookie 1', 'reported', visitSource, { 'jv_refer_*': '', 'jv_utm_*': '' }),
    ...stored('cookie 1', 'reported', undocumented, { 'jv_invitation_time_*': '' }),
    ...stored('local 1', 'unknown', undocumented, { 'jv_*': 'persistent' }),
    ...stored('session 1', 'unknown', undocumented, { 'jv_*': 'session' }),
  ]
}
