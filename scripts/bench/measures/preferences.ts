import { setTimeout as sleep } from 'node:timers/promises'
import { GATED_COUNT } from '../page.ts'
import type { Controls } from '../subjects.ts'
import { click, controlIsUsable, LISTENING_MS, SLOW_4G, visit, type Visit } from '../visit.ts'
import type { Findings, Patient } from './measure.ts'

/** Between a pointer that comes to a button and its click. */
const HOVER_MS = 100

/** Opens the preferences on a slow network; whoever has fetched them before the click is ahead here. */
export async function measurePreferences({ browser, path, controls }: Patient): Promise<Findings> {
  if (!controls?.customise) return { sample: {} }
  return visit({ browser, path: path(GATED_COUNT), network: SLOW_4G }, async (opened) => {
    await controlIsUsable(opened.page, controls.accept)
    await sleep(LISTENING_MS)
    return { sample: { preferencesSlowMs: await openPreferences(opened, controls) } }
  })
}

/** Opens the preferences; milliseconds from the click until something in them can be used. */
export async function openPreferences(
  { page }: Visit,
  { customise = '', save = '' }: Controls,
): Promise<number> {
  await page.evaluate((it) => {
    globalThis.awaited = probe.whenUsable(it)
  }, save)
  await click(page, customise, HOVER_MS)
  await controlIsUsable(page, save)
  return page.evaluate(async () => ((await awaited) ?? NaN) - probe.clickMs)
}
