import type { Browser, CDPSession, Cookie, Page } from 'puppeteer-core'
import { SHOP } from './page.ts'
import { installProbe } from './probe.ts'

/** A slow mobile network, as Lighthouse's "Slow 4G" has it; bytes per second and milliseconds. */
export const SLOW_4G = { download: 1_600_000 / 8, upload: 750_000 / 8, latency: 150 } as const
/** How many times slower than this machine the page runs: a phone of the lower middle class. */
export const CPU_SLOWDOWN = 4
/** After this time without news a page has shown all it will show. */
export const QUIET_MS = 400
/** Until then every subject has begun to listen to its buttons, which may be after they can be seen. */
export const LISTENING_MS = 800
// A thousand scripts one after another take their time.
const PATIENCE_MS = 60_000
// Not in every frame, which is what is measured.
const WAITING = { timeout: PATIENCE_MS, polling: 50 }

/** What the site itself sent. */
export interface Traffic {
  bytes: number
  requests: number
}

/** A page that is open under the conditions of the benchmark. */
export interface Visit {
  readonly page: Page
  readonly session: CDPSession
  readonly traffic: Traffic
}

/** Where to, and how. */
export interface Conditions {
  readonly browser: Browser
  readonly path: string
  /** @default As fast as loopback is. */
  readonly network?: typeof SLOW_4G
  /** What the visitor has from an earlier visit. @default Nothing. */
  readonly cookies?: readonly Cookie[]
  /** Puts more into the page before it is opened. */
  readonly prepare?: (page: Page) => Promise<unknown>
}

/**
 * Opens a page in a context of its own, which has a cache of its own, an empty one; closes it after
 * `act`, which begins once the page has loaded.
 */
export async function visit<T>(
  { browser, path, network, cookies = [], prepare }: Conditions,
  act: (visit: Visit) => Promise<T>,
): Promise<T> {
  const context = await browser.createBrowserContext()
  try {
    if (cookies.length > 0) await context.setCookie(...cookies)
    const page = await context.newPage()
    const session = await page.createCDPSession()
    const traffic = await watchTraffic(session)
    // What the page's own thread worked, not how long it was kept waiting by others.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    // The runner of TypeScript wraps functions in one that pages do not have.
    await page.evaluateOnNewDocument('var __name = (named) => named')
    await page.evaluateOnNewDocument(installProbe)
    await prepare?.(page)
    if (network) await page.emulateNetworkConditions(network)
    await page.emulateCPUThrottling(CPU_SLOWDOWN)
    await page.goto(SHOP + path, { waitUntil: 'load', timeout: PATIENCE_MS })
    return await act({ page, session, traffic })
  } finally {
    await context.close()
  }
}

/** Waits until all gated scripts ran. @throws {Error} When they do not. */
export async function allRan(page: Page, count: number): Promise<void> {
  const waiting = page.waitForFunction((it) => gatedRan.length === it, WAITING, count)
  await orElse(waiting, `${page.url()}: not all of ${count} gated scripts ran.`)
}

/** Waits until a control can be clicked, without looking in every frame. @throws {Error} */
export async function controlIsUsable(page: Page, selector: string): Promise<void> {
  const waiting = page.waitForFunction((it) => !!probe.usable(it), WAITING, selector)
  await orElse(waiting, `${page.url()}: ${selector} cannot be clicked.`)
}

/** Clicks like a person does: where the control is now. @throws {Error} When it is covered or not there. */
export async function click(page: Page, selector: string, hoverMs = 0): Promise<void> {
  const point = await page.evaluate((it) => probe.usable(it), selector)
  if (!point) throw new Error(`${page.url()}: ${selector} cannot be clicked.`)
  await page.mouse.move(point.x, point.y)
  if (hoverMs) await new Promise((done) => setTimeout(done, hoverMs))
  await page.mouse.click(point.x, point.y)
}

/** Reads what the browser has counted of a page; times are seconds. */
export async function readMetrics(session: CDPSession): Promise<Readonly<Record<string, number>>> {
  const { metrics } = await session.send('Performance.getMetrics')
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
}

async function orElse(waiting: Promise<unknown>, fault: string): Promise<void> {
  try {
    await waiting
  } catch (cause) {
    throw new Error(fault, { cause })
  }
}

async function watchTraffic(session: CDPSession): Promise<Traffic> {
  const traffic = { bytes: 0, requests: 0 }
  const own = new Set<string>()
  await session.send('Network.enable')
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!request.url.startsWith(SHOP)) return
    own.add(requestId)
    traffic.requests += 1
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (own.has(requestId)) traffic.bytes += encodedDataLength
  })
  return traffic
}
