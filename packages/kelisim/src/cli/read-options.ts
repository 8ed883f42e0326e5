import type { Options } from '@kelisim/core'
import { problemsOf } from '../dev/problems-of.ts'
import { runScript } from './config/run-script.ts'
import { readJson } from './read-text.ts'
import type { Terminal } from './terminal.ts'

/**
 * Reads the options in a JSON file, or in a script that pages load before the tag and that hands them to
 * `kelisim.push`, and says what is wrong with them.
 *
 * @returns Undefined where they cannot work.
 * @throws {CliError} `file`, `json`, `script` where the file cannot be read or run.
 */
export async function readOptions(
  path: string,
  { language, note }: Terminal,
): Promise<Options | undefined> {
  const options = await (path.endsWith('.js') ? runScript(path) : readJson(path))
  const problems = problemsOf(options, language)
  for (const { path: place, message, repair } of problems) note(`${place}: ${message}; ${repair}`)
  return problems[0] ? undefined : (options as Options)
}
