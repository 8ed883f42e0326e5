import type { Buffer } from './buffer-calls.ts'

/** A Metrika counter of this page. */
export interface Counter {
  /** What the owner set. */
  settings: Readonly<Record<string, unknown>>
  /** Whether session replay is allowed. */
  recording: boolean
  /** Whether the page view was sent, so that a restart sends none. */
  counted: boolean
  /** The argument of `init` while the counter runs. */
  init?: Record<string, unknown> | undefined
}

/** What the page has got from vendors, because the page itself cannot undo it. */
export interface VendorMemory {
  /** Scripts asked for, by address; resolves to whether it ran. */
  readonly scripts: Map<string, Promise<boolean>>
  /** Addresses of scripts that ran. */
  readonly ran: Set<string>
  /** What was started and must not be started twice. */
  readonly starts: Set<string>
  /** Globals made for scripts that are on their way. */
  readonly globals: Map<string, unknown>
  readonly counters: Map<string, Counter>
  /** What Google was told last, as JSON. */
  google?: string
  /** What the container was told last, as JSON. */
  container?: string
  /** Calls that wait for consent, by the globals that take them. */
  readonly buffers: Map<string, Buffer>
}

const KEY = Symbol.for('kelisim.services')

/** Finds the page's memory, or starts it. Shared by every instance on the page. */
export function vendorMemory(): VendorMemory {
  const holder = globalThis as { [KEY]?: VendorMemory }
  return (holder[KEY] ??= {
    scripts: new Map(),
    ran: new Set(),
    starts: new Set(),
    globals: new Map(),
    counters: new Map(),
    buffers: new Map(),
  })
}
