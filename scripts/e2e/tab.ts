import { setTimeout as sleep } from 'node:timers/promises'
import { inPageSource, type Found, type PageTarget } from './in-page.ts'
import { parseKeys, type Key } from './keys.ts'

export type { Found } from './in-page.ts'

/** A CSS selector, or a role with an accessible name; both reach into open shadow roots. */
export type Target = string | { readonly role: string; readonly name?: string | RegExp }

/** How far a page must be before `goto` and `reload` go on. */
export type Until = 'dom' | 'load'

/** What the person prefers; a field that is left out returns to the browser's own value. */
export interface Media {
  readonly dark?: boolean
  readonly reducedMotion?: boolean
  readonly forcedColors?: boolean
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
export interface NewCookie {
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
  /** Cookies that the current page's address would be sent, HttpOnly ones too. */
  cookies(): Promise<readonly BrowserCookie[]>
  setCookie(cookie: NewCookie): Promise<void>
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
  waitFor<Result>(
    run: () => Result,
    timeoutMs?: number,
  ): Promise<Exclude<Awaited<Result>, Falsy>>
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

type Falsy = false | 0 | '' | null | undefined

const PATIENCE_MS = 5_000
const LOAD_MS = 15_000
const POLL_MS = 40

/** Builds a tab from what one engine can do. */
export function createTab(wire: Wire): Tab {
  const evaluate: Tab['evaluate'] = (run, ...args) => {
    const list = args.map((arg) => JSON.stringify(arg) ?? 'undefined').join(', ')
    return runJson<Awaited<ReturnType<typeof run>>>(wire, `(${run.toString()})(${list})`)
  }
  const find = (target: Target, scroll = false): Promise<Found | null> => {
    const call = `findInPage(${JSON.stringify(toPageTarget(target))}, ${scroll})`
    return runJson(wire, `(() => { ${inPageSource()}\nreturn ${call} })()`)
  }

  return {
    ...wire,
    goto: (url, until = 'load') => leaveBy(wire, () => wire.goto(url), until),
    // Done by script in all engines: puppeteer waits for a load event that a page out of the
    // back/forward cache never fires, and in Firefox cannot reload such a page.
    reload: (until = 'load') => leaveBy(wire, () => runLater(wire, 'location.reload()'), until),
    back: () => leaveBy(wire, () => runLater(wire, 'history.back()'), 'load'),
    url: () => evaluate(() => location.href),
    evaluate,
    find: (target) => find(target),
    waitFor: (run, timeoutMs = PATIENCE_MS) =>
      poll(() => evaluate(run), timeoutMs, () => `${run.toString()} to hold`) as never,
    see: (target, timeoutMs = PATIENCE_MS) =>
      poll(() => find(target), timeoutMs, () => `${show(target)} to be visible`),
    async seeNo(target, timeoutMs = PATIENCE_MS) {
      const isGone = async () => (await find(target)) === null
      await poll(isGone, timeoutMs, () => `${show(target)} to be gone`)
    },
    focused: () => runJson(wire, `(() => { ${inPageSource()}\nreturn focusedInPage() })()`),
    async click(target, timeoutMs = PATIENCE_MS) {
      await bringToFront(wire)
      await clickOn(wire, target, find, timeoutMs)
    },
    async press(...keys) {
      await bringToFront(wire)
      await wire.pressKeys(keys.map((key) => parseKeys(key)))
    },
    async type(text) {
      await bringToFront(wire)
      await wire.type(text)
    },
  }
}

// Nobody can click in a tab that is not shown, and its animations would never come to rest.
async function bringToFront(wire: Wire): Promise<void> {
  const state = await runJson<string>(wire, 'document.visibilityState')
  if (state === 'hidden') await wire.activate()
}

async function clickOn(
  wire: Wire,
  target: Target,
  find: (target: Target, scroll: boolean) => Promise<Found | null>,
  timeoutMs: number,
): Promise<void> {
  let last: Found | null = null
  const atRest = async () => {
    const before = last
    last = await find(target, true)
    const isStill = before && last && before.x === last.x && before.y === last.y
    return isStill && last?.coveredBy === null ? last : null
  }
  const why = () => (last?.coveredBy ? ` (it is covered by ${last.coveredBy})` : '')
  const { x, y } = await poll(atRest, timeoutMs, () => `${show(target)} to be clickable${why()}`)
  await wire.pressAt(x, y)
}

async function leaveBy(wire: Wire, leave: () => Promise<unknown>, until: Until): Promise<void> {
  const where = '`${performance.timeOrigin} ${location.href}`'
  const before = await runJson(wire, where)
  await leave()
  const ready = until === 'load' ? "=== 'complete'" : "!== 'loading'"
  const hasMoved = async () => {
    const now = await runJson(wire, `document.readyState ${ready} && ${where}`)
    return Boolean(now) && now !== before
  }
  await poll(hasMoved, LOAD_MS, () => 'the next page to be loaded')
}

// The answer must leave the page before the page is left.
function runLater(wire: Wire, statement: string): Promise<unknown> {
  return runJson(wire, `void setTimeout(() => ${statement}, 0)`)
}

async function runJson<Result>(wire: Wire, expression: string): Promise<Result> {
  // Some compilers wrap functions in `__name(...)`, which no page knows.
  const text = await wire.run(
    `(async () => { const __name = (named) => named; ` +
      `return JSON.stringify({ value: await (${expression}) }) })()`,
  )
  return (JSON.parse(text) as { value: Result }).value
}

async function poll<Result>(
  attempt: () => Promise<Result>,
  timeoutMs: number,
  what: () => string,
): Promise<Exclude<Result, Falsy>> {
  const end = Date.now() + timeoutMs
  let problem = ''
  for (;;) {
    try {
      const result = await attempt()
      if (result) return result as Exclude<Result, Falsy>
      problem = ''
    } catch (error) {
      // A page on its way out cannot answer; the next one will.
      problem = ` Last problem: ${String(error)}`
    }
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs} ms for ${what()}.${problem}`)
    await sleep(POLL_MS)
  }
}

function toPageTarget(target: Target): PageTarget {
  if (typeof target === 'string') return target
  const { role, name } = target
  if (name === undefined) return { role }
  return { role, name: name instanceof RegExp ? { source: name.source, flags: name.flags } : name }
}

function show(target: Target): string {
  return typeof target === 'string' ? target : `${target.role} "${String(target.name ?? '')}"`
}
