import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { GATED_COUNT } from '../page.ts'
import { QUIET_MS, SLOW_4G, visit } from '../visit.ts'
import type { Findings, Patient } from './measure.ts'

/**
 * A tool refuses as soon as the button is there, and goes on clicking until that is noted.
 *
 * @throws {Error} When a gated script runs nevertheless.
 */
export async function measureRefusal({ browser, path, controls }: Patient): Promise<Findings> {
  if (!controls) return { sample: {} }
  const { refuse, refused } = controls
  const prepare = (page: Page) =>
    page.evaluateOnNewDocument(
      (selector, answered) => {
        globalThis.awaited = probe.insist(selector, answered)
      },
      refuse,
      refused.source,
    )
  const conditions = { browser, path: path(GATED_COUNT), network: SLOW_4G, prepare }
  return visit(conditions, async ({ page }) => {
    const ignoredMs = await page.evaluate(async () => (await awaited) ?? NaN)
    await sleep(QUIET_MS)
    if (await page.evaluate(() => gatedRan.length > 0))
      throw new Error(`${page.url()}: a gated script ran after a refusal.`)
    return { sample: { ignoredMs } }
  })
}
