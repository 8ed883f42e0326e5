import type { Link } from './link.ts'
import type { Seal } from './seal.ts'

/** A link with what is left of its content, as an export has it. */
export interface LinkLine extends Link {
  readonly type: 'link'
  /** Its pseudonym after an erasure. */
  readonly consentId: string
  readonly hash: string
  /** Removal that deleted the record. */
  readonly removal: string | null
  /** Removal that deleted the context. */
  readonly contextRemoval: string | null
  readonly record: unknown
  readonly context: unknown
}

/** One line of an export in JSONL, in the order in which they come. */
export type ExportLine =
  | {
      readonly type: 'ledger'
      readonly format: 1
      readonly exportedAt: string
      readonly whole: boolean
    }
  | {
      readonly type: 'removal'
      readonly id: string
      readonly at: string
      readonly reason: string
      readonly count: number
      readonly digest: string
    }
  | ({ readonly type: 'seal' } & Seal)
  | {
      readonly type: 'text'
      readonly sha256: string
      readonly text: string
      readonly source: string
    }
  | LinkLine
  | { readonly type: 'end'; readonly links: number; readonly digest: string }
