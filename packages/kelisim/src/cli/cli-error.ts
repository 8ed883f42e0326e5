/** Something that keeps a command from its work; the sentence is in the catalogue `cli`. */
export class CliError extends Error {
  override name = 'CliError' as const
  declare readonly key: string
  declare readonly values: Readonly<Record<string, unknown>>
  /**
   * @param key Key of the sentence, without `cli.error.`.
   * @param values What goes into it.
   */
  constructor(key: string, values: Readonly<Record<string, unknown>> = {}) {
    super(key)
    this.key = key
    this.values = values
  }
}
