import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

/** What Prometheus reads. No label has anything of a visitor. */
export interface Metrics {
  readonly registry: Registry
  readonly records: Counter<'outcome'>
  readonly requests: Histogram<'method' | 'route' | 'status'>
  readonly removed: Counter<'reason'>
}

/** Makes the metrics of one server. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    records: new Counter({
      name: 'kelisim_ledger_records_total',
      help: 'Records received, by what became of them.',
      labelNames: ['outcome'],
      registers,
    }),
    requests: new Histogram({
      name: 'kelisim_ledger_request_seconds',
      help: 'Time until the answer, by route.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    removed: new Counter({
      name: 'kelisim_ledger_removed_total',
      help: 'Records whose content was deleted, by reason.',
      labelNames: ['reason'],
      registers,
    }),
  }
}
