import type { Service } from '../model/options.ts'
import type { PageMemory } from '../platform/page-memory.ts'
import type { State } from '../state.ts'

/** What the gate is given at the start. */
export interface GateSeams {
  readonly state: State
  readonly memory: PageMemory
  /** Where gated elements are looked for, the page first. */
  readonly roots: readonly Node[]
  readonly allows: (category: string, service?: string | null) => boolean
}

/** A service whose stop() was called, or the end of something that only a reload undoes. */
export type Left = Event | Stopping

/** A service that has been closed. */
export interface Stopping {
  readonly service: Service
  /** Resolves when its own stop() is through. Never rejects; what that throws is told. */
  readonly stopped: Promise<void>
}

/** What the parts of the gate need to know and to tell. */
export interface GatePorts extends GateSeams, Pick<State, 'report'> {
  /** The nonce that our own tag carries; gated scripts have to carry the same. */
  readonly nonce: string
  /** Services that are given as code. */
  readonly services: readonly Service[]
  /** Tells of something that was withdrawn and does not end with that. */
  readonly linger: (left: Left) => void
}

/** What an element is opened with. */
export interface Opening extends GatePorts {
  /** Aborted when consent is withdrawn. */
  readonly signal: AbortSignal
  /** Tells that it has loaded. */
  readonly done: () => void
}

/** The parts of the gate share when a thing may load. */
export interface Opener {
  /** Opens what is allowed and still held. */
  open(): void
  /** Closes what is open and no longer allowed; `all` closes everything. */
  close(all?: boolean): void
}
