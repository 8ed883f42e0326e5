import { c15t, openCookies } from './public-sources.ts'
import { google } from './vendors.ts'

/** What pages call Google's services by. */
export const GOOGLE_CALLS = { gtag: 'function', dataLayer: 'list' } as const

/** What the services that gtag.js loads have in common. */
export const googleTag = {
  ...google,
  countries: ['US', 'IE'],
  signals: ['google'],
  confidence: 'documented',
  sources: [
    'https://developers.google.com/tag-platform/security/guides/consent',
    openCookies,
    c15t,
  ],
} as const
