import type { PageMemory } from '../platform/page-memory.ts'
import type { State } from '../state.ts'

/** What the gate needs to know and to tell. */
export interface GatePorts {
  readonly state: State
  readonly memory: PageMemory
  /** Where gated elements are looked for, the page first. */
  readonly roots: readonly Node[]
  readonly allows: (category: string, service?: string | null) => boolean
  /** Tells that something was withdrawn that only a reload ends. */
  readonly linger: () => void
}

/** What an element is opened with. */
export interface Opening extends Pick<GatePorts, 'memory' | 'linger'>, Pick<State, 'report'> {
  /** The nonce that our own tag carries; gated scripts have to carry the same. */
  readonly nonce: string | undefined
  /** Aborted when consent is withdrawn. */
  readonly signal: AbortSignal
  /** Tells that it has loaded. */
  readonly done: () => void
}

/** The parts of the gate share when a thing may load. */
export interface Opener {
  /** Opens what is allowed and still held. */
  open(afterPaint?: boolean): void
  /** Closes what is open and no longer allowed; `all` closes everything. */
  close(all?: boolean): void
}
