import { execFile } from 'node:child_process'
import { readFile, realpath } from 'node:fs/promises'
import { dirname, extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { CliError } from '../cli-error.ts'
import { decode } from './encoded-config.ts'
import { type Tree, treeIn } from './migration.ts'

const run = promisify(execFile)
const TIMEOUT_MS = 10_000
const MOST_BYTES = 10_000_000

/**
 * Reads a configuration file: JSON as it is; JavaScript and HTML by running it in a process of its own that
 * may read nothing but the file, write nothing and start nothing.
 *
 * @param announce Called before a file is run.
 * @throws {CliError} `file`, `json`, `script`, `empty`.
 */
export async function readConfig(path: string, announce: () => void): Promise<Tree> {
  const file = await realpath(path).catch(() => {
    throw new CliError('file', { path })
  })
  const config = extname(file) === '.json' ? await readJson(file) : await runScript(file, announce)
  if (Object.keys(treeIn(config)).length === 0) throw new CliError('empty', { path })
  return treeIn(config)
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new CliError('json', { path: file, cause: (error as Error).message })
  }
}

async function runScript(file: string, announce: () => void): Promise<unknown> {
  announce()
  const child = await realpath(fileURLToPath(new URL('./run-config.js', import.meta.url)))
  // Node 24 has no longer the name that it had before.
  const [major = 0] = process.versions.node.split('.').map(Number)
  const permission = major >= 24 ? '--permission' : '--experimental-permission'
  const readable = [dirname(child), file].map((each) => `--allow-fs-read=${each}`)
  try {
    const { stdout } = await run(
      process.execPath,
      ['--no-warnings', permission, ...readable, child, file],
      { timeout: TIMEOUT_MS, maxBuffer: MOST_BYTES, env: {} },
    )
    return decode(stdout)
  } catch (error) {
    const { stderr, message } = error as Error & { readonly stderr?: string }
    const [cause = message] = /^\w*Error\b.*$/m.exec(stderr ?? '') ?? []
    throw new CliError('script', { path: file, cause })
  }
}
