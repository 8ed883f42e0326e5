/** Lets loads wait for each other by name. */
export interface Order {
  /** Runs `load` once everything named has loaded; at once if nothing is named. */
  after(names: readonly string[], load: () => void): void
  /** Marks a name as loaded. */
  done(name: string): void
}

/** Starts with nothing loaded. */
export function createOrder(): Order {
  const loaded = new Set<string>()
  const waiting = new Set<() => void>()
  return {
    after(names, load) {
      const tryLoad = () => {
        if (!names.every((name) => loaded.has(name))) return
        waiting.delete(tryLoad)
        load()
      }
      waiting.add(tryLoad)
      tryLoad()
    },
    done(name) {
      loaded.add(name)
      for (const tryLoad of waiting) tryLoad()
    },
  }
}
