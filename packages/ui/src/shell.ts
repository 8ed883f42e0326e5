import type { h, render } from 'preact'
import type { Running, State } from '../../core/src/state.ts'

/** What the interface uses of Preact. */
export interface Preact {
  readonly h: typeof h
  readonly render: typeof render
}

/** What the notice's file lends to the one of the preferences, so that nothing is fetched twice. */
export interface Shell {
  readonly state: State
  readonly running: Running
  readonly root: ShadowRoot
  readonly preact: Preact
}

/** The default export of the preferences' file: draws the dialog and the offer to reload until undone. */
export type MountPreferences = (shell: Shell) => () => void
