import { inPageSource, type Found, type PageTarget } from './in-page.ts'
import { parseKeys } from './keys.ts'
import { poll } from './poll.ts'
import type { Tab, Target, Until, Wire } from './tab.ts'

const PATIENCE_MS = 5_000
const LOAD_MS = 15_000
const COPY_MS = 1_000

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
      poll(
        () => evaluate(run),
        timeoutMs,
        () => `${run.toString()} to hold`,
      ) as never,
    see: (target, timeoutMs = PATIENCE_MS) =>
      poll(
        () => find(target),
        timeoutMs,
        () => `${show(target)} to be visible`,
      ),
    async seeNo(target, timeoutMs = PATIENCE_MS) {
      const isGone = async () => (await find(target)) === null
      await poll(isGone, timeoutMs, () => `${show(target)} to be gone`)
    },
    focused: () => runJson(wire, `(() => { ${inPageSource()}\nreturn focusedInPage() })()`),
    async setCookie(cookie) {
      await wire.setCookie(cookie)
      await untilPageKnows(wire, `document.cookie.includes(${JSON.stringify(cookie.name)})`)
    },
    async deleteCookies() {
      await wire.deleteCookies()
      await untilPageKnows(wire, "document.cookie === ''")
    },
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

// WebKit's page has a copy of the jar that follows a moment later. A cookie for another path or
// domain never shows, hence the short wait and no failure.
async function untilPageKnows(wire: Wire, claim: string): Promise<void> {
  await poll(
    () => runJson<boolean>(wire, claim),
    COPY_MS,
    () => claim,
  ).catch(() => undefined)
}

// Nobody can click in a tab that is not shown, and its animations would never come to rest.
async function bringToFront(wire: Wire): Promise<void> {
  const state = await runJson<string>(
    wire,
    "Reflect.get(Document.prototype, 'visibilityState', document)",
  )
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
  // Elements of the page may be named like members of document, and hide them.
  const state = "Reflect.get(Document.prototype, 'readyState', document)"
  const ready = until === 'load' ? "=== 'complete'" : "!== 'loading'"
  const hasMoved = async () => {
    const now = await runJson(wire, `${state} ${ready} && ${where}`)
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

function toPageTarget(target: Target): PageTarget {
  if (typeof target === 'string') return target
  const { role, name } = target
  if (name === undefined) return { role }
  return { role, name: name instanceof RegExp ? { source: name.source, flags: name.flags } : name }
}

function show(target: Target): string {
  return typeof target === 'string' ? target : `${target.role} "${String(target.name ?? '')}"`
}
