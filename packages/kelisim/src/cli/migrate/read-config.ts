import { realpath } from 'node:fs/promises'
import { extname } from 'node:path'
import { CliError } from '../cli-error.ts'
import { runScript } from '../config/run-script.ts'
import { readJson } from '../read-text.ts'
import { type Tree, treeIn } from './migration.ts'

/**
 * Reads a configuration file: JSON as it is; JavaScript and HTML by running it, away from everything.
 *
 * @param announce Called before a file is run.
 * @throws {CliError} `file`, `json`, `script`, `empty`.
 */
export async function readConfig(path: string, announce: () => void): Promise<Tree> {
  const file = await realpath(path).catch(() => {
    throw new CliError('file', { path })
  })
  const isData = extname(file) === '.json'
  if (!isData) announce()
  const config = await (isData ? readJson(file) : runScript(file))
  if (Object.keys(treeIn(config)).length === 0) throw new CliError('empty', { path })
  return treeIn(config)
}
