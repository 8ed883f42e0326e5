import type { Scene, Shell } from '../shell.ts'
import type { Draft } from './draft.ts'

/** What the parts of the dialog need to draw themselves. */
export interface DialogScene extends Scene, Pick<Shell, 'LanguageSwitch' | 'linkAddress'> {
  readonly draft: Draft
  /** Draws the dialog again after the draft changed. */
  readonly redraw: (changed?: void) => void
}
