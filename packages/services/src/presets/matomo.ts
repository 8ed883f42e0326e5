import { assertId } from '../assert-id.ts'
import { assertUrl } from '../assert-url.ts'
import { bufferCalls, type BufferOptions } from '../buffer-calls.ts'
import { type ConsentModeOptions, inConsentMode } from '../consent-mode.ts'
import { definePreset, type Preset, type PresetOptions, type StorageEntry } from '../preset.ts'
import { openCookies, publicSnippets } from '../public-sources.ts'
import { countVisits } from '../service-purposes.ts'
import { undocumented, vendorChoice, visit, visitorId, visitSource } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { callVendor, makeList } from '../vendor-globals.ts'
import { claimStart, loadOnce, stopVendor } from '../vendor-script.ts'

/** Options of `matomo`. */
export interface MatomoOptions extends PresetOptions, ConsentModeOptions, BufferOptions {
  /** Number of the site in Matomo. */
  readonly id: string | number
  /** Address of Matomo, for example `https://stats.example.kz`. */
  readonly host: string
  /** Where that server stands, as an ISO 3166-1 alpha-2 code. */
  readonly country: string
  /**
   * Who runs it.
   *
   * @default "Matomo"
   */
  readonly vendor?: string
}

/**
 * Matomo under `requireConsent`. A withdrawal forgets the consent and deletes its cookies. In advanced
 * mode it is under `requireCookieConsent`: visits are counted without cookies before consent and after
 * a refusal.
 *
 * Source: developer.matomo.org/guides/tracking-consent
 *
 * @throws {ConsentError} `bad-option` if the id is not a number or the host not an https address.
 */
export function matomo(options: MatomoOptions): Preset {
  const id = assertId('matomo', options.id, /^\d+$/, 'the id of a site is a number, such as 1')
  const host = assertUrl('matomo', 'host', options.host)
  const url = `${host}/matomo.js`
  const start = `matomo ${id}`
  const site = { start, host, id }
  const preset = definePreset(
    {
      id: 'matomo',
      name: 'Matomo',
      category: 'analytics',
      vendor: options.vendor ?? 'Matomo',
      country: options.country,
      purpose: countVisits,
      privacyUrl: 'https://matomo.org/privacy-policy/',
      needsReload: false,
      hosts: [host.slice('https://'.length)],
      signals: ['matomo'],
      sources: [openCookies, publicSnippets],
      confidence: 'reported',
      storage: storageOf(),
      load: async (context) => {
        begin(site, 'requireConsent', 'setConsentGiven')
        await loadOnce(context, url)
      },
      stop: () =>
        stopVendor({ url, start, stubs: ['_paq'] }, () => {
          push('forgetConsentGiven')
          push('deleteCookies')
        }),
    },
    options,
  )
  return inConsentMode(options, bufferCalls({ _paq: 'list' }, options, preset), {
    prepare: async (context) => {
      begin(site, 'requireCookieConsent')
      await loadOnce(context, url)
    },
    load: async (context) => {
      begin(site, 'requireCookieConsent', 'setCookieConsentGiven')
      await loadOnce(context, url)
    },
    stop: () => {
      push('forgetCookieConsentGiven')
      push('deleteCookies')
    },
  })
}

interface Site {
  readonly start: string
  readonly host: string
  readonly id: string
}

function begin({ start, host, id }: Site, required: string, given?: string): void {
  makeList('_paq')
  const isFirst = claimStart(start)
  if (isFirst) push(required)
  if (given) push(given)
  if (!isFirst) return
  push('trackPageView')
  push('enableLinkTracking')
  push('setTrackerUrl', `${host}/matomo.php`)
  push('setSiteId', id)
}

function push(...command: readonly unknown[]): void {
  callVendor('_paq.push', command)
}

function storageOf(): StorageEntry[] {
  return [
    ...stored('cookie 1', 'reported', visitorId, { '_pk_id.*': 'P13M' }),
    ...stored('cookie 1', 'reported', visit, { '_pk_ses.*': 'PT30M' }),
    ...stored('cookie 1', 'reported', visitSource, { '_pk_ref.*': 'P6M' }),
    ...stored('cookie 1', 'reported', undocumented, { '_pk_cvar*': '', '_pk_hsr*': '' }),
    ...stored('cookie 1', 'reported', vendorChoice, {
      mtm_consent: '',
      mtm_cookie_consent: '',
    }),
  ]
}
