import type { Answer } from './post.ts'
import type { Parcel } from './parcel.ts'

/**
 * What a ledger's answer means for a parcel. Only `kept` is tried again; after `ended` nothing is taken under this
 * consent id any more.
 */
export type Fate = 'kept' | 'confirmed' | 'text-missing' | 'refused' | 'ended'

/**
 * Reads what became of one record. Whatever is not the ledger's own word about this very record means that
 * it waits on; and no answer says anything about what the visitor allows.
 */
export function fateOf({ record }: Parcel, { body }: Answer): Fate {
  const { results } = (body ?? {}) as { results?: unknown }
  if (!Array.isArray(results) || !record) return 'kept'
  const found: unknown = results.find((result) => result?.recordId === record.recordId)
  const { status, outcome, text } = (found ?? {}) as Record<string, unknown>
  const isThere = outcome === 'stored' || outcome === 'known'
  if (isThere && (status === 200 || status === 201))
    return text === 'missing' ? 'text-missing' : 'confirmed'
  if ((status === 410 && outcome === 'erased') || (status === 422 && outcome === 'full'))
    return 'ended'
  const isFinal = status === 409 || status === 403 || status === 422
  return isFinal && !isThere && typeof outcome === 'string' ? 'refused' : 'kept'
}

/** What the ledger says about a record, or about the whole request, for whoever has to repair it. */
export function reasonOf({ status, body }: Answer, recordId?: string): string {
  const { results, error } = (body ?? {}) as { results?: unknown[]; error?: unknown }
  const own = Array.isArray(results)
    ? (results as { recordId?: unknown; error?: unknown }[]).find(
        (result) => result?.recordId === recordId,
      )?.error
    : error
  const { code = '', message = '' } = (own ?? {}) as { code?: unknown; message?: unknown }
  return `${status} ${String(code)}: ${String(message)}`
}

/** Whether the ledger itself refuses the whole request for what it contains, so that none of it would ever come in. */
export const isUnfit = ({ status, body }: Answer): boolean =>
  (status === 400 || status === 413) &&
  typeof (body as { error?: { code?: unknown } } | null)?.error?.code === 'string'
