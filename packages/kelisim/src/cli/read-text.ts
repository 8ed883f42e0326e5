import { readFile } from 'node:fs/promises'
import { CliError } from './cli-error.ts'

/**
 * Reads a text file.
 *
 * @throws {CliError} `file` where there is none.
 */
export const readText = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch(() => {
    throw new CliError('file', { path })
  })

/**
 * Reads a JSON file.
 *
 * @throws {CliError} `file` where there is none, `json` where it is not JSON.
 */
export async function readJson(path: string): Promise<unknown> {
  const text = await readText(path)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CliError('json', { path, cause: (error as Error).message })
  }
}
