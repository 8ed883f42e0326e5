import { allRan, click, visit } from '../visit.ts'
import { readLoad } from './load.ts'
import type { Findings, Patient, Sample } from './measure.ts'

/** How many gated scripts a page may have. */
export const COUNTS = [10, 100, 1_000] as const

/** Loads and accepts with ever more gated scripts; on loopback, so that the processor decides. */
export async function measureMany(patient: Patient): Promise<Findings> {
  const samples: Sample[] = []
  for (const count of COUNTS) samples.push(await withCount(patient, count))
  return { sample: Object.assign({}, ...samples) }
}

function withCount({ browser, path, controls }: Patient, count: number): Promise<Sample> {
  return visit({ browser, path: path(count) }, async (opened) => {
    const { page } = opened
    const { taskMs } = await readLoad(opened, controls?.accept)
    if (!controls) return { [`taskMs${count}`]: taskMs }
    await click(page, controls.accept)
    await allRan(page, count)
    const { lastMs, paintMs, blockMs } = await page.evaluate(async () => {
      // The observer hears of the last task in a later one.
      await new Promise((done) => setTimeout(done, 100))
      const since = probe.longTasks.filter(({ startMs, ms }) => startMs + ms > probe.clickMs)
      return {
        lastMs: Math.max(...gatedRan) - probe.clickMs,
        paintMs: probe.paintedMs - probe.clickMs,
        blockMs: Math.max(0, ...since.map(({ ms }) => ms)),
      }
    })
    return {
      [`taskMs${count}`]: taskMs,
      [`acceptToLastMs${count}`]: lastMs,
      [`acceptToPaintMs${count}`]: paintMs,
      [`blockMs${count}`]: blockMs,
    }
  })
}
