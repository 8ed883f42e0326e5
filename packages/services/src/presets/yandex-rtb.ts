import { assertId } from '../assert-id.ts'
import { definePreset, type Preset, type PresetOptions } from '../preset.ts'
import { trackerRadar } from '../public-sources.ts'
import { showAds } from '../service-purposes.ts'
import { adChoice } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { callVendor, makeList } from '../vendor-globals.ts'
import { claimStart, loadOnce } from '../vendor-script.ts'
import { yandex } from '../vendors.ts'

/** An ad slot. */
export interface YandexRtbBlock {
  /** Id of the block, such as `R-A-123456-1`. */
  readonly blockId: string
  /** Id of the element it is shown in. */
  readonly renderTo: string
}

/** Options of `yandexRtb`. */
export interface YandexRtbOptions extends PresetOptions {
  /**
   * Slots that are filled at once. Others can be pushed to `yaContextCb` by the page.
   *
   * @default []
   */
  readonly blocks?: readonly YandexRtbBlock[]
}

/**
 * Ads of the Yandex Advertising Network. The vendor has no call that stops it.
 *
 * @throws {ConsentError} `bad-option` if the id of a block has another form.
 */
export function yandexRtb(options: YandexRtbOptions = {}): Preset {
  const { blocks = [] } = options
  const hint = 'the id of a block is like R-A-123456-1'
  for (const { blockId } of blocks)
    assertId('yandexRtb', blockId, /^[A-Z]-[A-Z]-\d+-\d+$/, hint, 'blockId')
  return definePreset(
    {
      ...yandex,
      id: 'yandex-rtb',
      name: 'Yandex Direct (RTB)',
      category: 'marketing',
      purpose: showAds,
      needsReload: true,
      hosts: ['yandex.ru/ads'],
      signals: [],
      sources: [trackerRadar],
      confidence: 'reported',
      storage: stored('cookie 3', 'unknown', adChoice, { yandexuid: '' }),
      load: async (context) => {
        makeList('yaContextCb')
        for (const block of blocks) {
          if (claimStart(`yandex-rtb ${block.renderTo}`))
            callVendor('yaContextCb.push', () => callVendor('Ya.Context.AdvManager.render', block))
        }
        await loadOnce(context, 'https://yandex.ru/ads/system/context.js')
      },
    },
    options,
  )
}
