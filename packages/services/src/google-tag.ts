import type { LoadContext } from '@kelisim/core'
import type { ConsentModeOptions } from './consent-mode.ts'
import { googleConsent, type GoogleConsent } from './google-consent.ts'
import { callVendor, makeList, makeStub } from './vendor-globals.ts'
import { vendorMemory } from './vendor-memory.ts'
import { claimStart } from './vendor-script.ts'

/** What Google's tags are told beside the consent, in the words of its documentation. */
export interface GoogleOptions extends ConsentModeOptions {
  /** `wait_for_update`, in milliseconds: how long tags wait for an answer in advanced mode. */
  readonly waitForUpdate?: number
  /**
   * `url_passthrough`: ad clicks are passed on in the addresses of links while storage is denied.
   *
   * @default false
   */
  readonly urlPassthrough?: boolean
  /**
   * `ads_data_redaction`: click ids are left out of what is sent while ads are denied.
   *
   * @default false
   */
  readonly adsDataRedaction?: boolean
}

type Accepted = Pick<LoadContext, 'accepted'>

const CATEGORIES = ['functional', 'analytics', 'marketing']

/** Address of gtag.js for one destination. */
export const gtagUrl = (id: string): string => `https://www.googletagmanager.com/gtag/js?id=${id}`

/**
 * Tells Google that a service is granted, and what else is.
 *
 * @param own Categories that Google knows a service by, whatever the owner calls its category.
 */
export function grantGoogle(
  own: readonly string[],
  context: Accepted,
  options: GoogleOptions,
): void {
  for (const category of own) vendorMemory().starts.add(startOf(category))
  // Nobody has to wait for what is answered.
  announceGoogle(context, { ...options, waitForUpdate: 0 })
}

/**
 * Makes the stub that all Google services share and tells it what is granted: as the default the
 * first time, before any `config`, and as an update later.
 */
export function announceGoogle(context: Accepted, options: GoogleOptions): void {
  makeList('dataLayer')
  makeStub('gtag', '', () => {
    // Google takes commands that are an `arguments` object, and no list in its place.
    return function (): void {
      callVendor('dataLayer.push', arguments)
    }
  })
  const isFirst = claimStart('google consent')
  // A snippet of the page may have set the default; another one would take back what it grants.
  if (isFirst && !hasDefault()) tell('default', stateOf(context), options.waitForUpdate)
  else updateGoogle(context)
  if (options.urlPassthrough) setOnce('url_passthrough')
  if (options.adsDataRedaction) setOnce('ads_data_redaction')
}

/** Tells Google what is granted now, unless it was told just that. */
export function updateGoogle(context: Accepted): void {
  tell('update', stateOf(context))
}

/** Tells Google that a service is not granted any more. */
export function denyGoogle(own: readonly string[], context: Accepted): void {
  for (const category of own) vendorMemory().starts.delete(startOf(category))
  tell('update', stateOf(context, own))
}

/** Starts a destination of gtag.js, once per page. */
export function configureGoogle(id: string, settings?: Readonly<Record<string, unknown>>): void {
  if (claimStart('gtag js')) callVendor('gtag', 'js', new Date())
  if (claimStart(`gtag ${id}`)) callVendor('gtag', 'config', id, ...(settings ? [settings] : []))
}

const startOf = (category: string): string => `google ${category}`

function stateOf({ accepted }: Accepted, denied: readonly string[] = []): GoogleConsent {
  const { starts } = vendorMemory()
  const isGranted = (category: string): boolean =>
    !denied.includes(category) && (accepted(category) || starts.has(startOf(category)))
  return googleConsent(CATEGORIES.filter(isGranted))
}

function setOnce(name: string): void {
  if (claimStart(`google ${name}`)) callVendor('gtag', 'set', name, true)
}

function tell(kind: 'default' | 'update', state: GoogleConsent, waitMs?: number): void {
  const memory = vendorMemory()
  const text = JSON.stringify(state)
  if (memory.google === text) return
  memory.google = text
  callVendor('gtag', 'consent', kind, waitMs ? { ...state, wait_for_update: waitMs } : state)
}

function hasDefault(): boolean {
  const { dataLayer } = globalThis as { dataLayer?: unknown[] }
  return !!dataLayer?.some?.((entry) => {
    const [command, kind] = Array.from((entry ?? []) as ArrayLike<unknown>)
    return command === 'consent' && kind === 'default'
  })
}
