import { setTimeout as sleep } from 'node:timers/promises'
import { GATED_COUNT } from '../page.ts'
import { click, controlIsUsable, LISTENING_MS, SLOW_4G, visit } from '../visit.ts'
import type { Findings, Patient } from './measure.ts'

/** Between a pointer that comes to a button and its click. */
const HOVER_MS = 100

/** Opens the preferences from the banner, on loopback and on a slow network. */
export async function measurePreferences(patient: Patient): Promise<Findings> {
  if (!patient.controls?.customise) return { sample: {} }
  return {
    sample: {
      preferencesMs: await open(patient),
      preferencesSlowMs: await open(patient, SLOW_4G),
    },
  }
}

/** Milliseconds from the click until something in the preferences can be used and was drawn. */
function open({ browser, path, controls }: Patient, network?: typeof SLOW_4G): Promise<number> {
  const { accept = '', customise = '', save = '' } = controls ?? {}
  const conditions = { browser, path: path(GATED_COUNT), ...(network && { network }) }
  return visit(conditions, async ({ page }) => {
    await controlIsUsable(page, accept)
    await sleep(LISTENING_MS)
    await page.evaluate((it) => {
      globalThis.awaited = probe.whenUsable(it)
    }, save)
    await click(page, customise, HOVER_MS)
    return page.evaluate(async () => ((await awaited) ?? NaN) - probe.clickMs)
  })
}
