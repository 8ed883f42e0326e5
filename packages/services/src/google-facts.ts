import { c15t, openCookies } from './public-sources.ts'
import { adChoice, adResults, cookieTest, visitorId } from './storage-purposes.ts'
import { stored } from './stored.ts'
import { google } from './vendors.ts'

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

/** What Google's advertising tags store. */
export const googleAdStorage = [
  ...stored('cookie 1', 'reported', adResults, { '_gcl_*': 'P90D', '_gac_*': 'P90D' }),
  ...stored('cookie 3', 'reported', adChoice, { IDE: '' }),
  ...stored('cookie 3', 'reported', visitorId, { NID: '' }),
  ...stored('cookie 3', 'reported', cookieTest, { test_cookie: '' }),
]
