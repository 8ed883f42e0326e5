/**
 * Replaces methods of arrays by ones of another meaning, and makes JSON of an array a text: what the
 * large libraries of the 2000s did, some of which still run. Runs in the page.
 */
export function OLD_LIBRARY(): void {
  type Each = (item: unknown, index: number) => unknown
  const collect = function (this: unknown[], each: Each = (item) => item, context?: unknown) {
    const found: unknown[] = []
    for (let index = 0; index < this.length; index += 1) {
      found[index] = each.call(context, this[index], index)
    }
    return found
  }
  const select = function (this: unknown[], each: Each, context?: unknown) {
    const found: unknown[] = []
    for (let index = 0; index < this.length; index += 1) {
      if (each.call(context, this[index], index)) found[found.length] = this[index]
    }
    return found
  }
  const detect = function (this: unknown[], each: Each, context?: unknown) {
    for (let index = 0; index < this.length; index += 1) {
      if (each.call(context, this[index], index)) return this[index]
    }
    return undefined
  }
  const added: Record<string, unknown> = {
    map: collect,
    collect,
    filter: select,
    select,
    find: detect,
    detect,
    entries: collect,
    toArray: collect,
    toJSON(this: unknown[]) {
      return `[${collect.call(this, (item) => JSON.stringify(item)).join(', ')}]`
    },
  }
  const { prototype } = Array
  // Enumerable, so that `for…in` over any array meets them.
  for (const name of Object.keys(added)) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      value: added[name],
      writable: true,
    })
  }
}

/** Wraps every listener in a function of its own, as zones do. Runs in the page. */
export function WRAPPED_LISTENERS(): void {
  const target = EventTarget.prototype
  const { addEventListener: add, removeEventListener: remove } = target
  const wrappers = new WeakMap<object, EventListener>()
  const wrap = (listener: EventListenerOrEventListenerObject | null): EventListener | null => {
    if (!listener) return null
    const known = wrappers.get(listener)
    if (known) return known
    const wrapper: EventListener = function (this: unknown, event) {
      if (typeof listener === 'function') listener.call(this as EventTarget, event)
      else listener.handleEvent(event)
    }
    wrappers.set(listener, wrapper)
    return wrapper
  }
  target.addEventListener = function (type, listener, options) {
    add.call(this, type, wrap(listener), options)
  }
  target.removeEventListener = function (type, listener, options) {
    remove.call(this, type, wrap(listener), options)
  }
  Object.assign(globalThis, { wrappedAdd: target.addEventListener })
}
