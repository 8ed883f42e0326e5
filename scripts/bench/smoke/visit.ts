import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Cookie, Page } from 'puppeteer-core'
import { GATED_COUNT, SHOP, TRACKER } from './page.ts'
import { type Fetched, probeInPage, readProbe, type Seen } from './probe.ts'

/** A phone on a slow network, as Lighthouse's "Slow 4G" has it. */
const NETWORK = { download: 1_600_000 / 8, upload: 750_000 / 8, latency: 150 } as const
const CPU_SLOWDOWN = 4
/** After this time without news a page has shown all it will show. */
const QUIET_MS = 400
const PATIENCE_MS = 20_000

/** What was measured of a first visit and the next one with an empty cache. */
export interface Measured {
  readonly usableMs: number
  readonly firstPaintMs: number
  readonly acceptToLastMs: number
  readonly returnToLastMs: number
  readonly layoutShift: number
  /** What the site itself sent, the page included. */
  readonly firstBytes: number
  readonly firstRequests: number
  readonly returnBytes: number
  readonly returnRequests: number
  readonly fetched: readonly Fetched[]
  readonly returnFetched: readonly Fetched[]
}

interface Traffic {
  bytes: number
  requests: number
}

/**
 * Measures one subject: somebody comes for the first time, agrees, and comes again with an empty cache.
 *
 * @throws {Error} When the subject does not do its job: a script that ran too early, none after the
 *   answer, or the question asked again.
 */
export async function measure(browser: Browser, path: string): Promise<Measured> {
  let cookies: Cookie[] = []
  const first = await visit(browser, path, [], async (page, traffic) => {
    await until(page, 'nobody is asked', () => probe.usableMs > 0)
    await sleep(QUIET_MS)
    const { ran, x, y, fetched } = await page.evaluate(readProbe)
    const before = { ...traffic, fetched }
    if (ran.length > 0) throw new Error(`${path}: a gated script ran before the answer.`)
    await page.mouse.click(x, y)
    await allRan(page)
    cookies = await page.browserContext().cookies()
    return { seen: await page.evaluate(readProbe), before }
  })
  const again = await visit(browser, path, cookies, async (page, traffic) => {
    await allRan(page)
    await sleep(QUIET_MS)
    const seen = await page.evaluate(readProbe)
    if (seen.usableMs > 0) throw new Error(`${path}: it asks again after an answer.`)
    return { seen, before: { ...traffic, fetched: seen.fetched } }
  })
  return {
    usableMs: first.seen.usableMs,
    firstPaintMs: first.seen.firstPaintMs,
    acceptToLastMs: Math.max(...first.seen.ran) - first.seen.clickMs,
    returnToLastMs: Math.max(...again.seen.ran),
    layoutShift: first.seen.layoutShift,
    firstBytes: first.before.bytes,
    firstRequests: first.before.requests,
    returnBytes: again.before.bytes,
    returnRequests: again.before.requests,
    fetched: first.before.fetched,
    returnFetched: again.seen.fetched,
  }
}

/** Measures what the page costs by itself. */
export async function measureBare(browser: Browser, path: string): Promise<Partial<Measured>> {
  const { seen, before } = await visit(browser, path, [], async (page, traffic) => {
    await sleep(QUIET_MS)
    const known = await page.evaluate(readProbe)
    return { seen: known, before: { ...traffic, fetched: known.fetched } }
  })
  return {
    firstPaintMs: seen.firstPaintMs,
    layoutShift: seen.layoutShift,
    firstBytes: before.bytes,
    firstRequests: before.requests,
    returnBytes: before.bytes,
    returnRequests: before.requests,
  }
}

interface Outcome {
  readonly seen: Seen
  /** As it was before an answer. */
  readonly before: Traffic & Pick<Seen, 'fetched'>
}

// A context of its own has a cache of its own, an empty one.
async function visit(
  browser: Browser,
  path: string,
  cookies: readonly Cookie[],
  act: (page: Page, traffic: Traffic) => Promise<Outcome>,
): Promise<Outcome> {
  const context = await browser.createBrowserContext()
  try {
    if (cookies.length > 0) await context.setCookie(...cookies)
    const page = await context.newPage()
    const traffic = await watch(page)
    // The runner of TypeScript wraps functions in a helper that pages do not have.
    await page.evaluateOnNewDocument('var __name = (named) => named')
    await page.evaluateOnNewDocument(probeInPage)
    await page.emulateNetworkConditions(NETWORK)
    await page.emulateCPUThrottling(CPU_SLOWDOWN)
    await page.goto(SHOP + path, { waitUntil: 'load' })
    return await act(page, traffic)
  } finally {
    await context.close()
  }
}

async function watch(page: Page): Promise<Traffic> {
  const traffic = { bytes: 0, requests: 0 }
  const own = new Set<string>()
  const session = await page.createCDPSession()
  await session.send('Network.enable')
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!request.url.startsWith(SHOP) || request.url.startsWith(TRACKER)) return
    own.add(requestId)
    traffic.requests += 1
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (own.has(requestId)) traffic.bytes += encodedDataLength
  })
  return traffic
}

async function allRan(page: Page): Promise<void> {
  await until(page, 'not all gated scripts ran', (count) => globalThis.gatedRan?.length === count)
}

async function until(page: Page, otherwise: string, isDone: (count: number) => boolean) {
  try {
    // Not in every frame, which is what we measure.
    await page.waitForFunction(isDone, { timeout: PATIENCE_MS, polling: 50 }, GATED_COUNT)
  } catch (cause) {
    const { usableMs, clickMs, ran } = await page.evaluate(readProbe)
    const known = JSON.stringify({ usableMs, clickMs, ran })
    throw new Error(`${page.url()}: ${otherwise}. ${known}`, { cause })
  }
}
