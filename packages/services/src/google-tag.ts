import { googleConsent, googleUpdate } from './google-consent.ts'
import { callVendor, makeList, makeStub } from './vendor-globals.ts'
import { claimStart } from './vendor-script.ts'

/** Address of gtag.js for one destination. */
export const gtagUrl = (id: string): string => `https://www.googletagmanager.com/gtag/js?id=${id}`

/**
 * Makes the stub that all Google services share and tells it what is granted: as the default the
 * first time, before any `config`, and as an update later.
 */
export function grantGoogle(granted: readonly string[]): void {
  makeList('dataLayer')
  makeStub('gtag', '', () => {
    // Google takes commands that are an `arguments` object, and no list in its place.
    return function (): void {
      callVendor('dataLayer.push', arguments)
    }
  })
  // A snippet of the page may have set the default; another one would take back what it grants.
  if (claimStart('google consent') && !hasDefault())
    callVendor('gtag', 'consent', 'default', googleConsent(granted))
  else callVendor('gtag', 'consent', 'update', googleUpdate(granted, 'granted'))
}

/** Tells Google that categories are not granted any more. */
export function denyGoogle(categories: readonly string[]): void {
  callVendor('gtag', 'consent', 'update', googleUpdate(categories, 'denied'))
}

/** Starts a destination of gtag.js, once per page. */
export function configureGoogle(id: string, settings?: Readonly<Record<string, unknown>>): void {
  if (claimStart('gtag js')) callVendor('gtag', 'js', new Date())
  if (claimStart(`gtag ${id}`)) callVendor('gtag', 'config', id, ...(settings ? [settings] : []))
}

function hasDefault(): boolean {
  const { dataLayer } = globalThis as { dataLayer?: unknown[] }
  return !!dataLayer?.some?.((entry) => {
    const [command, kind] = Array.from((entry ?? []) as ArrayLike<unknown>)
    return command === 'consent' && kind === 'default'
  })
}
