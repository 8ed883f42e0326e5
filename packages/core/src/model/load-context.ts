import type { Answers } from './decision.ts'

/** What a service gets to load itself with. */
export interface LoadContext {
  /** Aborted when consent for the service is withdrawn. */
  readonly signal: AbortSignal
  /** True while the visitor allows the service. */
  readonly allowed: () => boolean
  /** True once the visitor has refused the service; false while nothing was answered. */
  readonly refused: () => boolean
  /** True while the visitor allows a category, or a service by its id; false for names that are not asked about. */
  readonly accepted: (name: string) => boolean
  /** What the visitor allows now, for every category and every service that is declared. */
  readonly answers: () => Required<Answers>
  /**
   * Adds a script to the page: https only (http on an http page), with the page's nonce, retried once.
   *
   * @param url Absolute address, or one relative to the page.
   * @param attributes For example `{ crossorigin: 'anonymous', integrity: 'sha384-…' }`.
   * @returns Settles when the script ran; rejects with a `ConsentError` that names the address.
   */
  readonly loadScript: (url: string, attributes?: Readonly<Record<string, string>>) => Promise<void>
}
