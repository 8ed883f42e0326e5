import type { ReadableAtom } from 'nanostores'
import type { Consent } from './consent.ts'
import type { CategoryAsked } from './model/asked.ts'
import type { Answers } from './model/decision.ts'
import type { Options } from './model/options.ts'

/** What is on the screen: nothing, the notice, the preferences dialog, or the offer to reload. */
export type View = 'none' | 'notice' | 'preferences' | 'reload'

/** Texts of one language by key; plural forms carry the suffixes of i18next JSON v4. */
export type Messages = Readonly<Record<string, string>>

/** The control that an answer came from. */
export type Action = 'accept-all' | 'reject-all' | 'save' | 'withdraw'

/** What the core gives to the lazily loaded interface. */
export interface ViewContext {
  readonly consent: Consent
  readonly options: Options
  /** Every category in the order shown, `necessary` first. */
  readonly categories: readonly CategoryAsked[]
  /** Ids of the categories that have to be asked now. */
  readonly due: () => readonly string[]
  /** What is on the screen; the interface follows it and never changes it itself. */
  readonly $view: ReadableAtom<View>
  readonly $language: ReadableAtom<string>
  /** Codes of the languages offered, in order. */
  readonly languages: readonly string[]
  /** True for input by a person (`event.isTrusted`); only such input may turn something on. */
  readonly isPerson: (event: Event) => boolean
  /**
   * Answers on behalf of the visitor. A grant by anything but a person's input is not taken.
   *
   * @param answers What was chosen.
   * @param by The control, its event, and the SHA-256 (hexadecimal) of the text that was on the screen;
   *   empty where the page has no `crypto.subtle` (plain http).
   */
  readonly answer: (
    answers: Answers,
    by: { readonly action: Action; readonly event: Event; readonly shownSha256: string },
  ) => void
  /** Opens the preferences dialog. */
  readonly open: () => void
  /** Closes what is open; no answer is given by it. */
  readonly close: () => void
  /** Fetches another file of the interface, with one retry; the caller names what is missing. */
  readonly load: (file: string) => Promise<unknown>
  /** Tells the page's error listeners about a fault; nothing is thrown. */
  readonly report: (code: 'view-failed', detail: string, cause?: unknown) => void
}

/** The default export of the interface's first file, `notice`: draws what `$view` says until undone. */
export type MountView = (context: ViewContext, messages: Messages) => () => void
