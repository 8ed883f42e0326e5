import type { Ports } from './ports.ts'

/** Fetches files on demand, each once. */
export interface Files {
  /**
   * Uses a file: at once if it is there, else when it has come. After a failure it is asked for once
   * more under another address, because Firefox remembers a failed import per address.
   */
  use<T>(name: string, run: (file: never) => T): T | Promise<T>
}

/** Starts with the files that the published entry carries in itself. */
export function createFiles({ load, builtIn }: Pick<Ports, 'load' | 'builtIn'>): Files {
  const present = new Map(Object.entries({ ...builtIn }))
  const coming = new Map<string, Promise<unknown>>()
  const tries = new Map<string, number>()
  const fetch = async (name: string): Promise<unknown> => {
    const first = tries.get(name) ?? 0
    tries.set(name, first + 1)
    try {
      const file = await load(name, first).catch(() => load(name, first + 1))
      present.set(name, file)
      return file
    } finally {
      coming.delete(name)
    }
  }
  return {
    use(name, run) {
      if (present.has(name)) return run(present.get(name) as never)
      const file = coming.get(name) ?? fetch(name)
      coming.set(name, file)
      return file.then((module) => run(module as never))
    },
  }
}
