import { readFile } from 'node:fs/promises'
import type { Options } from '@kelisim/core'
import { problemsOf } from '../dev/problems-of.ts'
import { CliError } from './cli-error.ts'
import type { Terminal } from './terminal.ts'

/**
 * Reads the options in a JSON file, and says what is wrong with them.
 *
 * @returns Undefined where they cannot work.
 * @throws {CliError} `file`, `json` where the file cannot be read.
 */
export async function readOptions(
  path: string,
  { language, note }: Terminal,
): Promise<Options | undefined> {
  const options = parse(await readText(path), path)
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

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CliError('json', { path, cause: (error as Error).message })
  }
}
