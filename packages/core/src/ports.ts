/** What the published entry plugs into the core. */
export interface Ports {
  /** Version of Kelisim; the files and the records carry it. */
  readonly version: string
  /** Label of the reopen control by language. */
  readonly reopenLabels: Readonly<Record<string, string>>
  /**
   * Fetches a file on demand.
   *
   * @param name `presets`, `service-` and an id, `signals`, `gate`, `sweep`, `site`, `records`, `outbox`, `check`,
   *   `explain`, `migrate`, `debug`; `notice` (which also answers), `preferences`, `placeholders`, `declaration`,
   *   `upcoming`, or one of these or `debug` with `.` and a language.
   * @param attempt 0 at first; a higher number asks for another address.
   */
  readonly load: (name: string, attempt: number) => Promise<unknown>
  /** Files that are already there, by name. */
  readonly builtIn?: Readonly<Record<string, unknown>>
}
