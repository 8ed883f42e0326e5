import type { Found } from './in-page.ts'
import type { Key } from './keys.ts'
import type { Falsy } from './poll.ts'

/** A CSS selector, or a role with an accessible name; both reach into open shadow roots. */
export type Target = string | { readonly role: string; readonly name?: string | RegExp }

/** How far a page must be before `goto` and `reload` go on. */
export type Until = 'dom' | 'load'

/** What the person prefers; a field that is left out returns to the browser's own value. */
export interface Media {
  readonly dark?: boolean
  readonly reducedMotion?: boolean
  readonly forcedColors?: boolean
  /** Global Privacy Control; only Firefox has it. */
  readonly privacyControl?: boolean
}

/** A cookie as the browser keeps it, scripts or not. */
export interface BrowserCookie {
  readonly name: string
  readonly value: string
  readonly domain: string
  readonly path: string
  readonly secure: boolean
  readonly httpOnly: boolean
  readonly sameSite: string | null
  /** Seconds since the Unix epoch, `null` for a session cookie. */
  readonly expires: number | null
}

/** A cookie to put into the jar for the page's own host. */
interface NewCookie {
  readonly name: string
  readonly value: string
  /** @default the host of the page, without subdomains */
  readonly domain?: string
  /** @default '/' */
  readonly path?: string
  /** @default true on https */
  readonly secure?: boolean
  /** Seconds since the Unix epoch. @default a session cookie */
  readonly expires?: number
}

/** One thing that assistive technology is told of, with what is in it. */
export interface Told {
  readonly role: string
  readonly name: string
  /** Such as `expanded`, `checked mixed` and `level 2`, sorted by their names. */
  readonly states: readonly string[]
  readonly children: readonly Told[]
}

/** The few things each engine does in its own way; everything else is built on them. */
export interface Wire {
  /** Runs an expression in the page and gives the text it, or its promise, results in. */
  run(expression: string): Promise<string>
  /** Goes to an address; need not wait for the page. */
  goto(url: string): Promise<void>
  pressAt(x: number, y: number): Promise<void>
  pressKeys(keys: readonly Key[]): Promise<void>
  type(text: string): Promise<void>
  screenshot(path: string): Promise<void>
  setViewport(width: number, height: number): Promise<void>
  /**
   * Changes what the person prefers, in a page that is open.
   *
   * @returns Whether the engine could; WebKit only takes it from `newVisitor`.
   */
  emulate(media: Media): Promise<boolean>
  /** What assistive technology is told of the page, in its order; `null` where the engine does not show it. */
  accessibilityTree(): Promise<Told | null>
  /** Cookies that the current page's address would be sent, HttpOnly ones too. */
  cookies(): Promise<readonly BrowserCookie[]>
  setCookie(cookie: NewCookie): Promise<void>
  /** Deletes what `cookies` lists. */
  deleteCookies(): Promise<void>
  /** Brings the tab to the front; the others of this visitor become hidden. */
  activate(): Promise<void>
  close(): Promise<void>
}

/** One tab, moved by real input; input brings it to the front first. */
export interface Tab extends Omit<Wire, 'run' | 'goto' | 'pressAt' | 'pressKeys'> {
  goto(url: string, until?: Until): Promise<void>
  reload(until?: Until): Promise<void>
  /** Goes back one entry in the history, out of the back/forward cache where there is one. */
  back(): Promise<void>
  url(): Promise<string>
  /** Runs a self-contained function in the page; arguments and result pass as JSON. */
  evaluate<Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>
  /** Waits until the function gives something truthy, and gives that. */
  waitFor<Result>(run: () => Result, timeoutMs?: number): Promise<Exclude<Awaited<Result>, Falsy>>
  /** The first visible match right now, one that is not covered if there is a choice. */
  find(target: Target): Promise<Found | null>
  /** Waits for a visible match. */
  see(target: Target, timeoutMs?: number): Promise<Found>
  /** Waits until nothing visible matches. */
  seeNo(target: Target, timeoutMs?: number): Promise<void>
  /** The element that has the keyboard, looked up through shadow roots; `null` for the page. */
  focused(): Promise<Found | null>
  /** Waits until the target rests in view, then clicks the middle of it with the mouse. */
  click(target: Target, timeoutMs?: number): Promise<void>
  /** Presses keys such as `Tab`, `Shift+Tab`, `Enter`, `Escape`, `Space`. */
  press(...keys: readonly string[]): Promise<void>
}
