import { declarationHtml, declarationMarkdown } from '../../declaration.ts'
import type { Command } from '../parse-command.ts'
import { readOptions } from '../read-options.ts'
import type { Terminal } from '../terminal.ts'

/**
 * Writes the table of all that is used, for the options in a JSON file, in the language of the command: as HTML,
 * or as Markdown with `--markdown`.
 *
 * @returns The exit code: 1 where the options cannot work; then nothing is written.
 * @throws {CliError} where the file cannot be read.
 */
export async function writeDeclaration(
  { subject, values }: Command,
  terminal: Terminal,
): Promise<number> {
  const options = await readOptions(subject, terminal)
  if (!options) return 1
  const write = values.markdown ? declarationMarkdown : declarationHtml
  terminal.print(write(options, terminal.language).trimEnd())
  return 0
}
