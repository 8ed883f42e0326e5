import type { Waiting } from './parcel.ts'

/** Bytes of one request; the ledger takes 16,384. */
export const MOST_BYTES = 16_000
/** Records of one request. */
export const MOST_RECORDS = 20

/** Records that are sent together. */
export interface Batch {
  readonly parcels: readonly Waiting[]
  /** JSON as the ledger takes it. */
  readonly body: string
}

/** What a request is made with. */
export interface Limits {
  /** Parcels at most. */
  readonly most: number
  /** Milliseconds since the Unix epoch; tells the ledger how wrong the visitor's clock is. */
  readonly now: number
  /** The value of the decision in force, to have the ledger write it again. */
  readonly cookie?: string | undefined
}

/** Takes as many of the oldest parcels as fit into one request; always one. */
export function batchOf(waiting: readonly Waiting[], { most, now, cookie }: Limits): Batch {
  const sentAt = new Date(now).toISOString()
  let batch: Batch = { parcels: [], body: '' }
  for (let count = 1; count <= Math.min(most, waiting.length); count++) {
    const parcels = waiting.slice(0, count)
    const records = parcels.map((parcel) => itemOf(parcel, cookie))
    const body = JSON.stringify({ sentAt, records })
    if (count > 1 && bytesOf(body) > MOST_BYTES) break
    batch = { parcels, body }
  }
  return batch
}

const itemOf = ({ record, secret, subject, cookie }: Waiting, inForce?: string): object => ({
  record,
  secret,
  subject,
  cookie: cookie === inForce ? cookie : undefined,
})

/** Counts the bytes that a text takes in UTF-8. */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length
