import type { BrowserContext, Page } from 'puppeteer-core'
import type { Kept, Stage, Visit } from '../../audit/evidence.ts'
import { CliError } from '../cli-error.ts'
import { keptByPage } from './in-page.ts'

const LOAD_MS = 45_000
const IDLE_MS = 500
const MOST_IDLE_MS = 15_000

/** Somebody who visits the page, and what is noted of it. */
export interface Visitor {
  readonly page: Page
  /** Goes to the page, or there again, and waits until it is quiet. */
  goto(): Promise<void>
  settle(): Promise<void>
  /** Forgets the requests so far: what counts comes from now on. */
  forget(): void
  /** What the visit has left up to now. */
  note(stage: Stage): Promise<Visit>
}

/**
 * Brings somebody new to the page.
 *
 * @param waitMs How long is waited after the network is quiet, for what comes late.
 * @throws {CliError} `load` from `goto` when the page does not come.
 */
export async function newVisitor(
  context: BrowserContext,
  url: string,
  waitMs: number,
): Promise<Visitor> {
  const page = await context.newPage()
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  const settle = async (): Promise<void> => {
    // A page that never is quiet has been watched for long enough.
    await page.waitForNetworkIdle({ idleTime: IDLE_MS, timeout: MOST_IDLE_MS }).catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, waitMs))
  }
  return {
    page,
    settle,
    async goto() {
      try {
        const response = await page.goto(url, { waitUntil: 'load', timeout: LOAD_MS })
        if (response && response.status() >= 400)
          throw new CliError('status', { url, status: response.status() })
      } catch (error) {
        if (error instanceof CliError) throw error
        throw new CliError('load', { url, cause: (error as Error).message })
      }
      await settle()
    },
    forget: () => void requests.splice(0),
    note: async (stage) => ({
      stage,
      requests: [...new Set(requests)].filter((address) => /^(https?|wss?):/.test(address)),
      kept: [...(await cookiesIn(context)), ...(await page.evaluate(keptByPage))],
    }),
  }
}

async function cookiesIn(context: BrowserContext): Promise<Kept[]> {
  const cookies = await context.cookies()
  return cookies.map(({ name, domain }) => ({
    kind: 'cookie',
    name,
    host: domain.replace(/^\./, ''),
  }))
}
