import { GATED_COUNT } from '../page.ts'
import { readMetrics, visit } from '../visit.ts'
import { readLoad } from './load.ts'
import type { Findings, Patient } from './measure.ts'
import { openPreferences } from './preferences.ts'

/** What a first visit costs the processor and the memory, and then the preferences; on loopback. */
export function measureRest({ browser, path, controls }: Patient): Promise<Findings> {
  return visit({ browser, path: path(GATED_COUNT) }, async (opened) => {
    const load = await readLoad(opened, controls?.accept)
    await opened.session.send('HeapProfiler.collectGarbage')
    const { Nodes = NaN, JSHeapUsedSize = NaN } = await readMetrics(opened.session)
    const sample = { ...load, nodes: Nodes, heapBytes: JSHeapUsedSize }
    if (!controls?.customise) return { sample }
    return { sample: { ...sample, preferencesMs: await openPreferences(opened, controls) } }
  })
}
