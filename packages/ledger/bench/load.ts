import autocannon from 'autocannon'
import { itemOf, newVisitor, SITE } from '../test/records.ts'
import type { Pace } from './bare.ts'

/** How a ledger took its load. */
export interface Load extends Pace {
  /** Milliseconds within which 97.5 % were answered; autocannon knows no 95 %, and this is more. */
  readonly p975: number
  readonly stored: number
  readonly failed: number
}

/** Writes records, each of a visitor of its own, over many connections. */
export async function load(
  url: string,
  amount: { duration: number } | { amount: number },
  options: { connections: number; overallRate?: number } = { connections: 64 },
): Promise<Load> {
  const result = await autocannon({
    url: `${url}/v1/records`,
    ...amount,
    ...options,
    requests: [
      {
        method: 'POST',
        headers: { origin: SITE, 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: JSON.stringify(itemOf(newVisitor())) }),
      },
    ],
  })
  const stored = result['2xx']
  return {
    perSecond: stored / result.duration,
    p99: result.latency.p99,
    p975: result.latency.p97_5,
    stored,
    failed: result.non2xx + result.errors,
  }
}
