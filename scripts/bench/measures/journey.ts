import { setTimeout as sleep } from 'node:timers/promises'
import type { Cookie, Page } from 'puppeteer-core'
import { GATED_COUNT } from '../page.ts'
import type { Controls } from '../subjects.ts'
import { allRan, click, controlIsUsable, LISTENING_MS, QUIET_MS, SLOW_4G, visit } from '../visit.ts'
import type { Findings, Patient } from './measure.ts'

/**
 * Somebody comes for the first time, agrees, and comes again with an empty cache; on a slow network.
 *
 * @throws {Error} When a script ran before the answer, not all ran after it, or the question is asked
 *   again.
 */
export async function measureJourney(patient: Patient): Promise<Findings> {
  if (!patient.controls) return measurePage(patient)
  const { cookies, first } = await firstVisit(patient, patient.controls)
  const again = await returningVisit(patient, patient.controls, cookies)
  return {
    sample: { ...first.sample, ...again.sample },
    fetched: { first: first.fetched, again: again.fetched },
  }
}

function firstVisit({ browser, path }: Patient, { accept }: Controls) {
  const prepare = (page: Page) =>
    page.evaluateOnNewDocument((it) => {
      globalThis.awaited = probe.whenUsable(it)
    }, accept)
  const conditions = { browser, path: path(GATED_COUNT), network: SLOW_4G, prepare }
  return visit(conditions, async ({ page, traffic }) => {
    await controlIsUsable(page, accept)
    await sleep(LISTENING_MS)
    const { bytes: firstBytes, requests: firstRequests } = traffic
    const before = await page.evaluate(async () => ({
      usableMs: (await awaited) ?? NaN,
      firstPaintMs: performance.getEntriesByName('first-paint')[0]?.startTime ?? NaN,
      layoutShift: probe.layoutShift,
      ran: gatedRan.length,
    }))
    const fetched = await page.evaluate(() => probe.fetched())
    const { ran, ...sample } = before
    if (ran > 0) throw new Error(`${page.url()}: a gated script ran before the answer.`)
    await click(page, accept)
    await allRan(page, GATED_COUNT)
    const after = await page.evaluate(() => ({
      acceptToLastMs: Math.max(...gatedRan) - probe.clickMs,
      acceptToPaintMs: probe.paintedMs - probe.clickMs,
    }))
    // Some write their cookies a moment later.
    await sleep(QUIET_MS)
    const cookies = await page.browserContext().cookies()
    return {
      cookies,
      first: { sample: { ...sample, ...after, firstBytes, firstRequests }, fetched },
    }
  })
}

function returningVisit(
  { browser, path }: Patient,
  { accept }: Controls,
  cookies: readonly Cookie[],
) {
  const conditions = { browser, path: path(GATED_COUNT), network: SLOW_4G, cookies }
  return visit(conditions, async ({ page, traffic }) => {
    await allRan(page, GATED_COUNT)
    await sleep(QUIET_MS)
    const { asked, ...sample } = await page.evaluate(
      (it) => ({
        asked: !!probe.usable(it),
        returnToFirstMs: Math.min(...gatedRan),
        returnToLastMs: Math.max(...gatedRan),
      }),
      accept,
    )
    if (asked) throw new Error(`${page.url()}: it asks again after an answer.`)
    const { bytes: returnBytes, requests: returnRequests } = traffic
    const fetched = await page.evaluate(() => probe.fetched())
    return { sample: { ...sample, returnBytes, returnRequests }, fetched }
  })
}

function measurePage({ browser, path }: Patient): Promise<Findings> {
  const conditions = { browser, path: path(GATED_COUNT), network: SLOW_4G }
  return visit(conditions, async ({ page, traffic: { bytes, requests } }) => {
    await sleep(QUIET_MS)
    const firstPaintMs = await page.evaluate(
      () => performance.getEntriesByName('first-paint')[0]?.startTime ?? NaN,
    )
    return {
      sample: {
        firstPaintMs,
        firstBytes: bytes,
        firstRequests: requests,
        returnBytes: bytes,
        returnRequests: requests,
      },
    }
  })
}
