import type { Running, State } from '../../../core/src/state.ts'
import type { Request } from '../../../core/src/on-demand/answer.ts'
import type { Action } from '../../../core/src/view.ts'
import type { DialogWords } from './dialog-words.ts'
import type { Draft } from './draft.ts'

/** What the parts of the dialog need to draw themselves. */
export interface DialogScene {
  readonly state: State
  readonly running: Running
  readonly words: DialogWords
  readonly draft: Draft
  /** Answers from a control on the screen. Whether a person made it, the core finds out. */
  readonly answer: (action: Action, request: Request, event: Event) => void
  /** Draws the dialog again after the draft changed. */
  readonly redraw: (changed?: void) => void
}
