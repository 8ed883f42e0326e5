import type { Request } from '../../../core/src/on-demand/answer.ts'
import type { Action } from '../../../core/src/view.ts'
import type { Shell } from '../shell.ts'
import type { DialogWords } from './dialog-words.ts'
import type { Draft } from './draft.ts'
import type { Part, PartName } from './parts.ts'

/** What the parts of the dialog need to draw themselves. */
export interface DialogScene extends Pick<Shell, 'state' | 'running' | 'age' | 'languageSwitch'> {
  readonly words: DialogWords
  readonly draft: Draft
  /** Folds that are open, by id. */
  readonly folds: Set<string>
  /** Parts that are there, by name. */
  readonly parts: Partial<Record<PartName, Part>>
  /** Fetches a part and its texts, and draws again. */
  readonly want: (part: PartName) => Promise<void>
  /** Answers from a control on the screen. Whether a person made it, the core finds out. */
  readonly answer: (action: Action, request: Request, event: Event) => void
  /** Draws the dialog again after the draft changed. */
  readonly redraw: (changed?: void) => void
}
