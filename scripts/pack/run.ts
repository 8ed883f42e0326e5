import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Root of the workspace, with a slash at the end. */
export const ROOT: string = fileURLToPath(new URL('../..', import.meta.url))

/** What became of one check. */
export interface Result {
  readonly name: string
  /** What went wrong, for whoever has to repair it; undefined when it passed. */
  readonly fault: string | undefined
}

/**
 * Runs a program to its end.
 *
 * @returns Whether it ended well, and everything that it printed.
 */
export function run(
  folder: string,
  ...[program, ...args]: readonly [string, ...string[]]
): { readonly ok: boolean; readonly output: string } {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
  })
  return { ok: status === 0, output: `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}` }
}

/** A check that passes when a program ends well. */
export function check(name: string, folder: string, ...command: [string, ...string[]]): Result {
  const { ok, output } = run(folder, ...command)
  return { name, fault: ok ? undefined : output }
}
