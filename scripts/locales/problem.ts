/** One thing wrong with a catalogue, and how to put it right. */
export interface Problem {
  readonly file: string
  /** The flat key; empty when the whole file is meant. */
  readonly key: string
  readonly what: string
  readonly repair: string
}

/** Writes a problem as one line for people. */
export function describe({ file, key, what, repair }: Problem): string {
  return `${file}${key && ` "${key}"`}: ${what} ${repair}`
}
