import type { LayerPorts } from '../../../core/src/gate/layer.ts'
import type { Scene } from '../shell.ts'

/** What placeholders are drawn with. */
export interface EmbedScene extends LayerPorts, Pick<Scene, 'respond'> {
  /** False in a frame of somebody else, where nobody is to be tricked into a click. */
  readonly mayAsk: boolean
  /** The language where none was chosen on this page. */
  readonly findLanguage: () => string
  /** The address that an embed is held from. */
  readonly addressOf: (element: Element) => string | undefined
  /** Tells whether an address lies at one of these hosts. */
  readonly isAt: (address: string, places?: readonly string[]) => boolean
}
