import type { GatePorts } from './gate-ports.ts'

/** Something of ours that stands in the page itself, drawn by a file of its own. */
export interface Layer {
  /** Draws what belongs to these elements, and takes away what belonged to others. */
  show(found: readonly Element[]): void
  /** Takes all of it away. */
  stop(): void
}

/** What the gate lets layers do. */
export interface LayerPorts extends Pick<GatePorts, 'state'> {
  /** Opens one held element for this page only; nothing is stored. Returns its undo. */
  readonly openOnce: (element: Element) => () => void
}

/** What the file of a layer exports as `create`. */
export type CreateLayer = (ports: LayerPorts) => Layer

/**
 * Connects a layer: what drawing takes is fetched with the first element of its kind, and asked for once.
 *
 * @param name `placeholders` for held embeds, `declaration` where the page wants the table of what is used,
 *   `upcoming` while a change of the policy is announced.
 */
export function connectLayer(name: string, ports: LayerPorts): Layer {
  const { files, options, report } = ports.state
  let latest: readonly Element[] = []
  let layer: Layer | undefined
  let isWanted = !options.preview
  const fetch = async (): Promise<void> => {
    isWanted = false
    try {
      await files.use(name, (file: { create: CreateLayer }) => {
        layer = file.create(ports)
        layer.show(latest)
      })
    } catch (cause) {
      report('load-failed', name, cause)
    }
  }
  return {
    show(found) {
      latest = found
      layer?.show(found)
      if (found[0] && isWanted) void fetch()
    },
    stop() {
      isWanted = false
      latest = []
      layer?.stop()
    },
  }
}
