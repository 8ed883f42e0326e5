import { readFile } from 'node:fs/promises'
import type { Options } from '@kelisim/core'
import { problemsOf } from '../../dev/problems-of.ts'
import { instantNotice } from '../../instant.ts'
import { CliError } from '../cli-error.ts'
import type { Command } from '../parse-command.ts'
import type { Terminal } from '../terminal.ts'

/**
 * Writes the HTML of an instant notice for the options in a JSON file, in the language of the command.
 *
 * @returns The exit code: 1 where the options cannot work; then nothing is written.
 * @throws {CliError} where the file cannot be read.
 */
export async function writeInstant(
  { subject }: Command,
  { language, print, note }: Terminal,
): Promise<number> {
  const options = await readOptions(subject)
  const problems = problemsOf(options, language)
  for (const { path, message, repair } of problems) note(`${path}: ${message}; ${repair}`)
  if (problems[0]) return 1
  print(instantNotice(options as Options, language))
  return 0
}

async function readOptions(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CliError('file', { path })
  })
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CliError('json', { path, cause: (error as Error).message })
  }
}
