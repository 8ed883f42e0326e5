import { readFile } from 'node:fs/promises'
import { runInNewContext } from 'node:vm'
import type { Options } from '@kelisim/core'
import { problemsOf } from '../dev/problems-of.ts'
import { CliError } from './cli-error.ts'
import type { Terminal } from './terminal.ts'

const TIMEOUT_MS = 3_000

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
  const text = await readText(path)
  const options = path.endsWith('.js') ? pushed(text, path) : parse(text, path)
  const problems = problemsOf(options, language)
  for (const { path: place, message, repair } of problems) note(`${place}: ${message}; ${repair}`)
  return problems[0] ? undefined : (options as Options)
}

/**
 * Reads a text file.
 *
 * @throws {CliError} `file` where there is none.
 */
export const readText = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch(() => {
    throw new CliError('file', { path })
  })

function pushed(text: string, path: string): unknown {
  const window: { kelisim?: readonly unknown[] } = {}
  const page = { window, document: { documentElement: { dataset: {} } } }
  try {
    runInNewContext(text, page, { timeout: TIMEOUT_MS })
    const given = window.kelisim?.filter((each) => typeof each === 'object')
    // Functions cannot be shown, and objects of the script's own world are not ours.
    return JSON.parse(JSON.stringify(Object.assign({}, ...(given ?? []))))
  } catch (error) {
    throw new CliError('script', { path, cause: String(error) })
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CliError('json', { path, cause: (error as Error).message })
  }
}
