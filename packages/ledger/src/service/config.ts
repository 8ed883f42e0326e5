import type { AgentMode } from '../http/agent.ts'
import type { IpMode } from '../http/address.ts'
import type { Token } from '../http/tokens.ts'
import type { Duration } from './duration.ts'

/** Everything that an operator can configure, checked. */
export interface Config {
  /** File of SQLite, or `postgres://…`. */
  readonly database: string
  /** Login of PostgreSQL that owns the tables. */
  readonly maintenanceDatabase: string | undefined
  readonly connections: number
  readonly host: string
  readonly port: number
  /** Origins whose pages may write. */
  readonly origins: readonly string[]
  readonly tokens: readonly Token[]
  readonly trustProxy: readonly string[]
  readonly ip: IpMode
  /** Key of the hash of addresses. */
  readonly ipKey: string
  readonly agent: AgentMode
  /** Registrable domain whose subdomains share one cookie. */
  readonly cookieDomain: string | undefined
  /** Records are kept so long after the end of consent. */
  readonly keep: Duration
  /** What is kept beside records; null for as long as they. */
  readonly keepContext: Duration | null
  /** Requests per minute of one address. */
  readonly limitPerAddress: number
  /** Requests per second of one site. */
  readonly limitPerSite: number
  readonly partitionDays: number
  readonly logLevel: string
}
