import { assertId } from './assert-id.ts'
import { googleTag } from './google-facts.ts'
import { denyGoogle, grantGoogle, updateGoogle } from './google-tag.ts'
import { definePreset, type Preset, type PresetOptions } from './preset.ts'
import { loadTags } from './service-purposes.ts'
import { callVendor } from './vendor-globals.ts'
import { claimStart, loadOnce } from './vendor-script.ts'

/** Options of `googleTagManager`. */
export interface GoogleTagManagerOptions extends PresetOptions {
  /** Container id. */
  readonly id: string
}

const ALL = ['functional', 'analytics', 'marketing']

/**
 * Google Tag Manager, gated as a whole: a container can load anything, so it belongs to the strictest
 * category of what is inside. Its tags are told which categories are granted, when it is loaded and
 * whenever that changes.
 *
 * @throws {ConsentError} `bad-option` if the id is not a container id.
 */
export function googleTagManager(options: GoogleTagManagerOptions): Preset {
  const hint = 'a container id is like GTM-AB12CD3'
  const id = assertId('googleTagManager', options.id, /^GTM-[A-Z\d]+$/, hint)
  return definePreset(
    {
      ...googleTag,
      id: 'google-tag-manager',
      name: 'Google Tag Manager',
      category: 'marketing',
      purpose: loadTags,
      needsReload: true,
      hosts: ['www.googletagmanager.com/gtm.js', 'www.googletagmanager.com/ns.html'],
      storage: [],
      load: async (context) => {
        grantGoogle([], context)
        if (claimStart(`gtm ${id}`))
          callVendor('dataLayer.push', { 'gtm.start': Date.now(), event: 'gtm.js' })
        await loadOnce(context, `https://www.googletagmanager.com/gtm.js?id=${id}`)
      },
      update: updateGoogle,
      stop: (context) => denyGoogle(ALL, context),
    },
    options,
  )
}
