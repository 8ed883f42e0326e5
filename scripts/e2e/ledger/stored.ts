import { asOperator } from '../../../packages/ledger/test/ledger.ts'
import type { ConsentRecord } from '../../../packages/core/src/on-demand/consent-record.ts'

/** All that a ledger has under one consent id. */
export interface Stored {
  readonly records: readonly {
    readonly site: string
    readonly subject?: string | null
    readonly record: ConsentRecord
  }[]
  readonly texts: Readonly<Record<string, string | null>>
}

/** Asks a ledger, as its operator, for what it has under a consent id; undefined where it has nothing. */
export async function storedUnder(url: string, consentId: string): Promise<Stored | undefined> {
  const response = await fetch(`${url}/v1/subjects/${consentId}`, asOperator())
  return response.ok ? ((await response.json()) as Stored) : undefined
}
