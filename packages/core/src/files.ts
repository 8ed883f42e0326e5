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
  // Those that are there, and those that are coming.
  const known = new Map<string, unknown>(Object.entries({ ...builtIn }))
  const tries = new Map<string, number>()
  const fetch = async (name: string): Promise<unknown> => {
    const first = tries.get(name) ?? 0
    tries.set(name, first + 1)
    try {
      const file = await load(name, first).catch(() => load(name, first + 1))
      known.set(name, file)
      return file
    } catch (cause) {
      known.delete(name)
      throw cause
    }
  }
  return {
    use(name, run) {
      const file = known.get(name) ?? fetch(name)
      known.set(name, file)
      return file instanceof Promise ? file.then(run as never) : run(file as never)
    },
  }
}
