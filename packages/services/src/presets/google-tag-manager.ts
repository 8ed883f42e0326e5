import type { LoadContext } from '@kelisim/core'
import { assertId } from '../assert-id.ts'
import { bufferCalls, type BufferOptions } from '../buffer-calls.ts'
import { pushConsentEvent, refusedAnswers } from '../consent-event.ts'
import { inConsentMode } from '../consent-mode.ts'
import { GOOGLE_CALLS, googleTag } from '../google-facts.ts'
import {
  announceGoogle,
  denyGoogle,
  type GoogleOptions,
  grantGoogle,
  updateGoogle,
} from '../google-tag.ts'
import { definePreset, type Preset, type PresetOptions } from '../preset.ts'
import { loadTags } from '../service-purposes.ts'
import { callVendor } from '../vendor-globals.ts'
import { claimStart, loadOnce } from '../vendor-script.ts'

/** Options of `googleTagManager`. */
export interface GoogleTagManagerOptions extends PresetOptions, GoogleOptions, BufferOptions {
  /** Container id. */
  readonly id: string
  /**
   * Whether `dataLayer` gets the event `kelisim_consent` when the container starts and at each change.
   *
   * @default true
   */
  readonly consentEvents?: boolean
}

const ALL = ['functional', 'analytics', 'marketing']

/**
 * Google Tag Manager, gated as a whole: a container can load anything, so it belongs to the strictest
 * category of what is inside. Its tags are told which categories are granted, when it is loaded and
 * whenever that changes. In advanced mode the container decides what runs before consent.
 *
 * @throws {ConsentError} `bad-option` if the id is not a container id.
 */
export function googleTagManager(options: GoogleTagManagerOptions): Preset {
  const hint = 'a container id is like GTM-AB12CD3'
  const id = assertId('googleTagManager', options.id, /^GTM-[A-Z\d]+$/, hint)
  const tellContainer = (answers: ReturnType<LoadContext['answers']>): void => {
    if (options.consentEvents !== false) pushConsentEvent(answers)
  }
  const begin = async (context: LoadContext): Promise<void> => {
    tellContainer(context.answers())
    if (claimStart(`gtm ${id}`))
      callVendor('dataLayer.push', { 'gtm.start': Date.now(), event: 'gtm.js' })
    await loadOnce(context, `https://www.googletagmanager.com/gtm.js?id=${id}`)
  }
  const update = (context: LoadContext): void => {
    updateGoogle(context)
    tellContainer(context.answers())
  }
  const preset = definePreset(
    {
      ...googleTag,
      id: 'google-tag-manager',
      name: 'Google Tag Manager',
      category: 'marketing',
      purpose: loadTags,
      needsReload: true,
      hosts: ['www.googletagmanager.com/gtm.js', 'www.googletagmanager.com/ns.html'],
      storage: [],
      load: (context) => {
        grantGoogle([], context, options)
        return begin(context)
      },
      update,
      stop: (context) => {
        denyGoogle(ALL, context)
        tellContainer(refusedAnswers(context.answers()))
      },
    },
    options,
  )
  return inConsentMode(options, bufferCalls(GOOGLE_CALLS, options, preset), {
    prepare: (context) => {
      announceGoogle(context, options)
      return begin(context)
    },
    stop: update,
  })
}
