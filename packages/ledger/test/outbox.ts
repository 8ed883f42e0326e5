import { setTimeout as sleep } from 'node:timers/promises'
import { asOperator } from './ledger.ts'
import { itemOf, SITE } from './records.ts'

type Item = ReturnType<typeof itemOf>

/** What was answered to a request; status 0 where there was no answer. */
export interface Delivery {
  readonly status: number
  readonly outcomes: readonly string[]
}

/** Sends records once. */
export async function deliver(url: string, records: readonly Item[]): Promise<Delivery> {
  try {
    const response = await fetch(`${url}/v1/records`, {
      method: 'POST',
      headers: { origin: SITE, 'content-type': 'application/json' },
      body: JSON.stringify({ records }),
    })
    const { results = [] } = (await response.json()) as { results?: { outcome: string }[] }
    return { status: response.status, outcomes: results.map(({ outcome }) => outcome) }
  } catch {
    return { status: 0, outcomes: [] }
  }
}

/** Sends records until they are confirmed, as the client's outbox does. */
export async function deliverFirmly(
  url: () => string,
  records: readonly Item[],
): Promise<Delivery> {
  for (;;) {
    const delivery = await deliver(url(), records)
    if (delivery.outcomes.length > 0) return delivery
    await sleep(50 + Math.random() * 50)
  }
}

/** All record ids that an export has, as often as it has them. */
export async function exportedIds(url: string): Promise<string[]> {
  const response = await fetch(`${url}/v1/export`, asOperator())
  const lines = (await response.text()).split('\n').filter((line) => line.includes('"link"'))
  return lines.map((line) => (JSON.parse(line) as { recordId: string }).recordId)
}
