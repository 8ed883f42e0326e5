import { GATED_COUNT } from '../page.ts'
import { visit } from '../visit.ts'
import { readLoad } from './load.ts'
import type { Findings, Patient } from './measure.ts'

/** What a first visit costs the processor and the memory; on loopback, nobody answers. */
export function measureRest({ browser, path, controls }: Patient): Promise<Findings> {
  return visit({ browser, path: path(GATED_COUNT) }, async (opened) => {
    const load = await readLoad(opened, controls?.accept)
    await opened.session.send('HeapProfiler.collectGarbage')
    const { Nodes = NaN, JSHeapUsedSize = NaN } = await opened.page.metrics()
    return { sample: { ...load, nodes: Nodes, heapBytes: JSHeapUsedSize } }
  })
}
