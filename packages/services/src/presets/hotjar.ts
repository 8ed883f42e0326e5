import { assertId } from '../assert-id.ts'
import { definePreset, type Preset, type PresetOptions, type StorageEntry } from '../preset.ts'
import { openCookies, publicSnippets } from '../public-sources.ts'
import { recordActions } from '../service-purposes.ts'
import { recording, visit, visitorId } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { makeQueue, setGlobal } from '../vendor-globals.ts'
import { loadOnce } from '../vendor-script.ts'

/** Options of `hotjar`. */
export interface HotjarOptions extends PresetOptions {
  /** Number of the site. */
  readonly id: string | number
}

/**
 * Hotjar, which records sessions. The vendor has no call that stops it.
 *
 * @throws {ConsentError} `bad-option` if the id is not a site's number.
 */
export function hotjar(options: HotjarOptions): Preset {
  const id = assertId('hotjar', options.id, /^\d+$/, 'a site id is digits only, such as 1234567')
  return definePreset(
    {
      id: 'hotjar',
      name: 'Hotjar',
      category: 'analytics',
      vendor: 'Contentsquare',
      country: 'MT',
      countries: ['MT', 'FR'],
      purpose: recordActions,
      privacyUrl: 'https://www.hotjar.com/legal/policies/privacy/',
      recordsInput: true,
      needsReload: true,
      hosts: ['hotjar.com'],
      signals: [],
      sources: [openCookies, publicSnippets],
      confidence: 'reported',
      storage: storageOf(),
      load: async (context) => {
        makeQueue('hj', 'q')
        setGlobal('_hjSettings', { hjid: Number(id), hjsv: 6 })
        await loadOnce(context, `https://static.hotjar.com/c/hotjar-${id}.js?sv=6`)
      },
    },
    options,
  )
}

function storageOf(): StorageEntry[] {
  return [
    ...stored('cookie 1', 'reported', visitorId, { '_hjSessionUser_*': 'P365D' }),
    ...stored('cookie 1', 'reported', visit, { '_hjSession_*': 'PT30M' }),
    ...stored('cookie 1', 'reported', recording, { '_hj*': '' }),
    ...stored('local 1', 'reported', recording, { '_hj*': 'persistent' }),
    ...stored('session 1', 'reported', recording, { '_hj*': 'session' }),
  ]
}
