import type { State } from './state.ts'

/** What is on the screen: nothing, the notice, the preferences dialog, or the offer to reload. */
export type View = 'none' | 'notice' | 'preferences' | 'reload'

/** Texts of one language by key; plural forms carry the suffixes of i18next JSON v4. */
export type Messages = Readonly<Record<string, string>>

/** The control that an answer came from. */
export type Action = 'accept-all' | 'reject-all' | 'save' | 'withdraw' | 'load-always'

/**
 * What the file `notice` exports as `show`: draws what `$view` says, from now until `running.unmount()`.
 * Calls after the first change nothing.
 */
export type ShowView = (state: State) => Promise<void>
