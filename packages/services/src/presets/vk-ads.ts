import { assertId } from '../assert-id.ts'
import { bufferCalls, type BufferOptions } from '../buffer-calls.ts'
import { definePreset, type Preset, type PresetOptions, type StorageEntry } from '../preset.ts'
import { trackerRadar } from '../public-sources.ts'
import { measureAds } from '../service-purposes.ts'
import { undocumented, visitorId } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { callVendor, makeList } from '../vendor-globals.ts'
import { claimStart, loadOnce } from '../vendor-script.ts'
import { vk } from '../vendors.ts'

/** Options of `vkAds`. */
export interface VkAdsOptions extends PresetOptions, BufferOptions {
  /** Number of the counter. */
  readonly id: string | number
}

/**
 * Pixel of VK Ads, the Top.Mail.ru counter. The vendor has no call that stops it.
 *
 * @throws {ConsentError} `bad-option` if the id is not a counter's number.
 */
export function vkAds(options: VkAdsOptions): Preset {
  const id = assertId('vkAds', options.id, /^\d+$/, 'a counter id is digits only, such as 3141592')
  const preset = definePreset(
    {
      ...vk,
      id: 'vk-ads',
      name: 'VK Ads (Top.Mail.ru)',
      category: 'marketing',
      purpose: measureAds,
      privacyUrl: 'https://help.mail.ru/legal/terms/top/pp',
      needsReload: true,
      hosts: ['top-fwz1.mail.ru', 'privacy-cs.mail.ru'],
      signals: [],
      sources: [trackerRadar, 'https://ru.wordpress.org/plugins/vk-ads-pixel/'],
      confidence: 'reported',
      storage: storageOf(),
      load: async (context) => {
        makeList('_tmr')
        if (claimStart(`top-mail ${id}`))
          callVendor('_tmr.push', { id, type: 'pageView', start: Date.now() })
        const url = 'https://top-fwz1.mail.ru/js/code.js'
        await loadOnce(context, url, { id: 'topmailru-code' })
      },
    },
    options,
  )
  return bufferCalls({ _tmr: 'list' }, options, preset)
}

function storageOf(): StorageEntry[] {
  return [
    ...stored('cookie 1', 'measured', visitorId, { tmr_lvid: 'P333D', tmr_lvidTS: 'P333D' }),
    ...stored('cookie 1', 'measured', undocumented, { tmr_detect: 'P1D', domain_sid: 'P7D' }),
    ...stored('local 1', 'unknown', undocumented, { 'tmr_*': '' }),
    ...stored('cookie 3', 'unknown', undocumented, { FTID: '', VID: '' }),
  ]
}
