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
  let waiting: (() => boolean)[] = []
  return {
    after(names, load) {
      const tryLoad = () => {
        const ready = names.every((name) => loaded.has(name))
        if (ready) load()
        return ready
      }
      if (!tryLoad()) waiting.push(tryLoad)
    },
    done(name) {
      loaded.add(name)
      waiting = waiting.filter((tryLoad) => !tryLoad())
    },
  }
}
