import { instantNotice } from '../../instant.ts'
import type { Command } from '../parse-command.ts'
import { readOptions } from '../read-options.ts'
import type { Terminal } from '../terminal.ts'

/**
 * Writes the HTML of an instant notice for the options in a JSON file, in the language of the command.
 *
 * @returns The exit code: 1 where the options cannot work; then nothing is written.
 * @throws {CliError} where the file cannot be read.
 */
export async function writeInstant({ subject }: Command, terminal: Terminal): Promise<number> {
  const options = await readOptions(subject, terminal)
  if (!options) return 1
  terminal.print(instantNotice(options, terminal.language))
  return 0
}
