import type { Options } from '@kelisim/core'
import { choiceValue, cookieName } from '@kelisim/core/choice'

/** What a test wants to have been chosen: everything, nothing, or these categories. */
export type TestChoice = 'all' | 'none' | readonly string[]

/** A cookie as Playwright takes it whole, and others in parts. */
export interface TestCookie {
  readonly name: string
  readonly value: string
  /** The host alone, without its subdomains. */
  readonly domain: string
  readonly path: '/'
  readonly secure: boolean
  readonly sameSite: 'Lax'
  /** Seconds since the Unix epoch. */
  readonly expires: number
}

/**
 * Makes the cookie of a visitor who has chosen, so that a test starts without the notice.
 *
 * @param options The page's own options: what is asked is part of the choice.
 * @param choice What was allowed.
 * @param url Address of the page under test; on https the cookie has the prefix `__Host-`.
 * @throws {ConsentError} `unknown-category`: the message lists the known names.
 *
 * @example
 * ```ts
 * await context.addCookies([choiceCookie(options, ['analytics'], url)])
 * ```
 */
export function choiceCookie(options: Options, choice: TestChoice, url: string | URL): TestCookie {
  const { protocol, hostname } = new URL(url)
  const secure = protocol === 'https:'
  const { value, expiresAt } = choiceValue(options, choice)
  return {
    name: cookieName(options.cookie?.scope ?? 'host', secure),
    value,
    // Playwright refuses an address beside a path.
    domain: hostname,
    path: '/',
    secure,
    sameSite: 'Lax',
    expires: expiresAt / 1e3,
  }
}

/**
 * Writes such a cookie in the page itself, before Kelisim starts there.
 *
 * @throws {ConsentError} `unknown-category`: the message lists the known names.
 */
export function writeChoice(options: Options, choice: TestChoice): void {
  const { name, value, secure, expires } = choiceCookie(options, choice, location.href)
  const until = new Date(expires * 1e3).toUTCString()
  document.cookie = `${name}=${value}; path=/; samesite=lax; expires=${until}${secure ? '; secure' : ''}`
}
