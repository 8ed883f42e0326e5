import type { Status } from '../consent.ts'
import type { Decision } from '../model/decision.ts'
import type { Service } from '../model/options.ts'

/** An element that is held, or was. */
export interface HeldElement {
  /** Its opening tag. */
  readonly element: string
  readonly category: string
  readonly service: string
  /** Why it runs or does not. */
  readonly reason:
    | 'allowed'
    | 'refused'
    | 'not-asked'
    | 'changed'
    | 'unknown-category'
    | 'left-out'
    | 'necessary'
}

/** What a page's consent looks like from inside. */
export interface DebugReport {
  /** Version of Kelisim. */
  readonly version: string
  readonly status: Status
  readonly decision: Decision | null
  /** What is declared, and whether it is allowed now; what the profile leaves out is in no category. */
  readonly services: readonly (Pick<Service, 'id' | 'category' | 'hosts' | 'match' | 'storage'> & {
    readonly isAllowed: boolean
  })[]
  readonly held: readonly HeldElement[]
  /** What is wrong, the worst first. */
  readonly findings: readonly {
    readonly code: string
    readonly severity: 'error' | 'warning' | 'note'
    /** A host, a name in storage, a service, an address. */
    readonly subject: string
    readonly service?: string | undefined
  }[]
}
