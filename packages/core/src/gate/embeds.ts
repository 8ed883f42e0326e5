import type { GatePorts } from './opening.ts'

/** What stands in for embeds that are held; the file `placeholders` makes one. */
export interface Placeholders {
  /** Puts placeholders before these elements, and takes away all others. */
  show(held: readonly Element[]): void
  /** Takes all of them away. */
  stop(): void
}

/** What the gate lets placeholders do. */
export interface EmbedPorts extends Pick<GatePorts, 'state'> {
  /** Opens one element for this page only; nothing is stored. Returns its undo. */
  readonly openOnce: (element: Element) => () => void
}

/** The export of the file `placeholders`. */
export type CreatePlaceholders = (ports: EmbedPorts) => Placeholders

/** Has held embeds stood in for. What that takes is fetched with the first of them, and asked for once. */
export function connectEmbeds(ports: EmbedPorts): Placeholders {
  const { files, options, report } = ports.state
  let latest: readonly Element[] = []
  let placeholders: Placeholders | undefined
  let isWanted = !options.preview
  const fetch = async (): Promise<void> => {
    isWanted = false
    try {
      await files.use('placeholders', (file: { createPlaceholders: CreatePlaceholders }) => {
        placeholders = file.createPlaceholders(ports)
        placeholders.show(latest)
      })
    } catch (cause) {
      report('load-failed', 'placeholders', cause)
    }
  }
  return {
    show(held) {
      latest = held
      placeholders?.show(held)
      if (held[0] && isWanted) void fetch()
    },
    stop() {
      isWanted = false
      latest = []
      placeholders?.stop()
    },
  }
}
