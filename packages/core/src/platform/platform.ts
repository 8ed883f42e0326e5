import { page } from './page.ts'

/** What the core asks of the world besides the page itself, so that tests can stand in for it. */
export interface Platform {
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number
  /** The page's cookies as one text; throws where the browser forbids even to look. */
  readonly cookies: () => string
  /** Whether the browser sends Global Privacy Control. */
  readonly gpc: unknown
  /** True on https, where the cookie gets a prefix that protects its name. */
  readonly secure: boolean
}

/**
 * The platform of a real browser.
 *
 * @param preview True where no cookie is to be looked at.
 */
export const browserPlatform = (preview?: boolean): Platform => ({
  now: Date.now,
  cookies: () => (preview ? '' : page.cookie),
  gpc: (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl,
  secure: location.protocol === 'https:',
})
