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
  const present = new Map<string, unknown>(Object.entries(builtIn ?? {}))
  let attempts = 0
  const fetch = async (name: string): Promise<unknown> => {
    const file = await load(name, attempts).catch(() => load(name, ++attempts))
    present.set(name, file)
    return file
  }
  return {
    use: (name, run) =>
      present.has(name)
        ? run(present.get(name) as never)
        : fetch(name).then((file) => run(file as never)),
  }
}
