import type { h, render } from 'preact'
import type { Age } from './age.ts'
import type { languageSwitch } from './language-switch.ts'
import type { createWords, textsFile } from './words.ts'
import type { By, Request } from '../../core/src/on-demand/answer.ts'
import type { Running, State } from '../../core/src/state.ts'

/** What the interface uses of Preact. */
export interface Preact {
  readonly h: typeof h
  readonly render: typeof render
}

/** What the interface is drawn with. */
export interface Scene {
  readonly state: State
  readonly running: Running
  /** Takes an answer from a control on the screen. Whether a person gave it, the core finds out. */
  readonly respond: (request: Request, by: By) => unknown
}

/** What the notice lends to the preferences, so that nothing is fetched or made twice. */
export interface Shell extends Scene {
  readonly root: ShadowRoot
  readonly preact: Preact
  readonly languageSwitch: typeof languageSwitch
  readonly createWords: typeof createWords
  readonly textsFile: typeof textsFile
  /** Only where the owner keeps children out. */
  readonly age?: Age | undefined
}

/** The default export of the preferences' file: draws the dialog and the offer to reload until undone. */
export type MountPreferences = (shell: Shell) => () => void
