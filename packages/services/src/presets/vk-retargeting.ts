import { assertId } from '../assert-id.ts'
import { definePreset, type Preset, type PresetOptions } from '../preset.ts'
import { publicSnippets } from '../public-sources.ts'
import { measureAds } from '../service-purposes.ts'
import { undocumented } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { callVendor } from '../vendor-globals.ts'
import { claimStart, loadOnce } from '../vendor-script.ts'
import { vk } from '../vendors.ts'

/** Options of `vkRetargeting`. */
export interface VkRetargetingOptions extends PresetOptions {
  /** Code of the pixel. */
  readonly id: string
}

/**
 * The older retargeting pixel of VK. The vendor has no call that stops it.
 *
 * @throws {ConsentError} `bad-option` if the id is not a pixel's code.
 */
export function vkRetargeting(options: VkRetargetingOptions): Preset {
  const hint = 'a pixel code is like VK-RTRG-123456-AbCdE'
  const id = assertId('vkRetargeting', options.id, /^VK-RTRG-\d+-\w+$/, hint)
  return definePreset(
    {
      ...vk,
      id: 'vk-retargeting',
      name: 'VK Retargeting',
      category: 'marketing',
      purpose: measureAds,
      privacyUrl: 'https://vk.com/privacy',
      needsReload: true,
      hosts: ['vk.com/js/api/openapi.js', 'vk.com/rtrg'],
      signals: [],
      sources: [publicSnippets],
      confidence: 'reported',
      storage: stored('cookie 3', 'unknown', undocumented, { 'remix*': '' }),
      load: async (context) => {
        const isLoaded = await loadOnce(context, 'https://vk.com/js/api/openapi.js?169')
        if (!isLoaded || !claimStart(`vk-retargeting ${id}`)) return
        callVendor('VK.Retargeting.Init', id)
        callVendor('VK.Retargeting.Hit')
      },
    },
    options,
  )
}
