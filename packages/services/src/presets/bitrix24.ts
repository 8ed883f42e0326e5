import { assertUrl } from '../assert-url.ts'
import { definePreset, type Preset, type PresetOptions, type StorageEntry } from '../preset.ts'
import { publicSnippets } from '../public-sources.ts'
import { chatAndHistory } from '../service-purposes.ts'
import { pageHistory, undocumented, visitorId, visitSource } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { claimStart, loadOnce } from '../vendor-script.ts'

/** Options of `bitrix24`. */
export interface Bitrix24Options extends PresetOptions {
  /** Address of the loader in the portal's snippet: `https://cdn-ru.bitrix24.ru/b…/crm/…/loader_….js`. */
  readonly script: string
}

/**
 * Chat button or form of Bitrix24. It keeps the pages viewed, and the vendor has no call that stops it.
 *
 * @throws {ConsentError} `bad-option` if the script is not an https address.
 */
export function bitrix24(options: Bitrix24Options): Preset {
  const script = assertUrl('bitrix24', 'script', options.script)
  const [, host = ''] = /^https:\/\/([^/]+)/.exec(script) ?? []
  return definePreset(
    {
      id: 'bitrix24',
      name: 'Bitrix24',
      category: 'functional',
      vendor: '1C-Bitrix',
      country: 'RU',
      purpose: chatAndHistory,
      privacyUrl: 'https://www.bitrix24.eu/privacy/',
      needsReload: true,
      hosts: [host, 'bitrix24.ru'],
      signals: [],
      sources: [publicSnippets],
      confidence: 'reported',
      storage: storageOf(),
      load: async (context) => {
        // The vendor's snippet asks for a new copy every minute.
        const minute = Math.floor(Date.now() / 60_000)
        if (claimStart(`bitrix24 ${script}`)) await loadOnce(context, `${script}?${minute}`)
      },
    },
    options,
  )
}

function storageOf(): StorageEntry[] {
  return [
    ...stored('cookie 1', 'reported', visitorId, { 'b24_crm_guest_id*': '' }),
    ...stored('local 1', 'reported', pageHistory, { b24_crm_guest_pages: 'persistent' }),
    ...stored('local 1', 'reported', visitSource, { b24_crm_guest_utm: 'persistent' }),
    ...stored('cookie 1', 'unknown', undocumented, { BX_USER_ID: '' }),
  ]
}
