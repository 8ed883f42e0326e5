import type { Fragment, h, render, VNode } from 'preact'
import type { Answers } from '../../core/src/model/decision.ts'
import type { Action, ViewContext } from '../../core/src/view.ts'
import type { LanguageSwitch } from './language-switch.tsx'
import type { linkAddress } from './link-address.ts'
import type { Words } from './words.ts'

/** What a part of the interface needs to draw itself. */
export interface Scene {
  readonly context: ViewContext
  readonly words: Words
  /** Answers from a control on the screen. Whether a person made it, the core finds out. */
  readonly answer: (action: Action, answers: Answers, event: Event) => void
  /** Fetches the preferences ahead of the click. */
  readonly prefetch: () => void
}

/** What the notice's file lends to the one of the preferences, so that nothing is fetched twice. */
export interface Shell {
  readonly preact: {
    readonly h: typeof h
    readonly render: typeof render
    readonly Fragment: typeof Fragment
  }
  readonly root: ShadowRoot
  readonly LanguageSwitch: typeof LanguageSwitch
  readonly linkAddress: typeof linkAddress
  /**
   * Draws a dialog beside the notice: now, and again in each language that the visitor turns to.
   *
   * @param dialog Makes the dialog; null removes it.
   */
  readonly draw: (dialog: ((scene: Scene) => VNode) | null) => void
}

/** The default export of the preferences' file: opens the dialog until undone. */
export type MountPreferences = (context: ViewContext, shell: Shell) => () => void
