import { execFile } from 'node:child_process'
import { realpath } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { CliError } from '../cli-error.ts'
import { decode } from './encoded-config.ts'

const run = promisify(execFile)
const TIMEOUT_MS = 10_000
const MOST_BYTES = 10_000_000

/**
 * Runs a file of JavaScript, or the scripts in a file of HTML, in a process of its own that may read nothing
 * but the file, write nothing and start nothing.
 *
 * @param path Of the file.
 * @returns What it gives to a banner; an empty object where that is nothing. Functions in it do nothing.
 * @throws {CliError} `file`, `script`.
 */
export async function runScript(path: string): Promise<unknown> {
  const file = await realpath(path).catch(() => {
    throw new CliError('file', { path })
  })
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
    throw new CliError('script', { path, cause })
  }
}
