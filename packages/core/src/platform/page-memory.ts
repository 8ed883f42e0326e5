/** What has to outlive one instance, because the page itself cannot undo it. */
export interface PageMemory {
  /** The instance at work; one per page. */
  owner?: object | undefined
  /** Elements that are dealt with: none runs or is reported twice. */
  readonly done: WeakSet<Element>
  /** Ids of services that run and cannot be stopped. */
  readonly started: Set<string>
}

// A symbol, because elements with an id become properties of the window under their name.
const KEY = Symbol.for('kelisim')

/** Finds the page's memory, or starts it. Shared by every copy of Kelisim on the page. */
export const pageMemory = (): PageMemory =>
  ((window as { [KEY]?: PageMemory })[KEY] ??= { done: new WeakSet(), started: new Set() })
