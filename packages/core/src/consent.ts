import type { ReadableAtom } from 'nanostores'
import type { ConsentError } from './errors.ts'
import type { Answers, Decision } from './model/decision.ts'
import type { ConsentRecord } from './on-demand/consent-record.ts'
import type { DebugReport } from './on-demand/debug-report.ts'

/** `idle` before `start()` and on a prerendered page, `due` while something has to be asked, else `decided`. */
export type Status = 'idle' | 'due' | 'decided'

/**
 * One page's consent: what the visitor decided, and everything that follows from it.
 *
 * In the npm module every call takes effect before it returns. The script tag fetches the code of calls
 * that most pages never make when the first is made: what answers, `records`, `whenAccepted`,
 * `setLanguage`, `setSubject`, `scan` and `hide` take effect a moment later there.
 */
export interface Consent {
  /** The decision in force; null before the first one, and when it has expired or been removed. */
  readonly $decision: ReadableAtom<Decision | null>
  readonly $status: ReadableAtom<Status>
  /** Reads the stored decision, opens the gate, and asks if there is something to ask. Safe to call twice. */
  start(): void
  /** Undoes everything that `start()` did to the page; the stored decision stays. */
  destroy(): void
  /** Allows every category. Recorded as given by code, not by a person. */
  acceptAll(): Promise<void>
  /** Refuses everything that is not strictly necessary. */
  rejectAll(): Promise<void>
  /**
   * Allows the named categories and services; all others keep their answer.
   *
   * @throws {ConsentError} `unknown-category`, `unknown-service`: the message lists the known names.
   */
  accept(names: {
    readonly categories?: readonly string[]
    readonly services?: readonly string[]
  }): Promise<void>
  /**
   * Allows and refuses by name in one step; names that are left out keep their answer.
   *
   * @throws {ConsentError} `unknown-category`, `unknown-service`: the message lists the known names.
   */
  choose(answers: Answers): Promise<void>
  /** Takes back every consent: closes the gates, stops services, and offers a reload where something still runs. */
  withdraw(): Promise<void>
  /**
   * True while the category is allowed. `necessary` always is.
   *
   * @throws {ConsentError} `unknown-category`: the message lists the known names.
   */
  acceptedCategory(name: string): boolean
  /**
   * True while the service is allowed.
   *
   * @throws {ConsentError} `unknown-service`: the message lists the known names.
   */
  acceptedService(name: string): boolean
  /** Resolves once the category or service is allowed, at once if it is already. */
  whenAccepted(name: string): Promise<void>
  /** Shows the notice, also when nothing has to be asked. */
  showBanner(): void
  /** Opens the preferences dialog. */
  showPreferences(): void
  /** Closes what is open; no answer is given by it. */
  hide(): void
  /** Shows the interface in another language, in place. */
  setLanguage(code: string): void
  /**
   * Says who is signed in: records of answers from now on carry the id. Null says that nobody is any more: then,
   * and for another id, the decision of whoever was signed in is forgotten here, and the next visitor is asked.
   */
  setSubject(id: string | null): Promise<void>
  /** Calls back with the decision now, if there is one, and after each new one. Returns its undo. */
  onConsent(listener: (decision: Decision) => void): () => void
  /** Calls back when a decision differs from the one before. Returns its undo. */
  onChange(listener: (decision: Decision, previous: Decision | null) => void): () => void
  /** Calls back with every fault since the start, and each new one. Returns its undo. */
  onError(listener: (error: ConsentError) => void): () => void
  /** The records kept in this browser, oldest first. */
  records(): Promise<readonly ConsentRecord[]>
  /** Looks for gated elements below `root`; only needed where no MutationObserver reaches (closed shadow roots). */
  scan(root: ParentNode & Node): void
  /**
   * Shows whoever sets up the page what is decided, what is held and why, and what is wrong; fetched when it
   * is called. `{ panel: false }` only reports.
   */
  debug(how?: { readonly panel?: boolean }): Promise<DebugReport>
}
