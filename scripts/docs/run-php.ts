import { spawnSync } from 'node:child_process'

/** Commands that run PHP on this machine: one or none. PHP is no tool that this project needs. */
export const phpCommands: readonly string[] = ['php'].filter(
  (command) => spawnSync(command, ['--version']).status === 0,
)

/**
 * Runs PHP.
 *
 * @param input What the code reads from its standard input.
 * @returns What it prints.
 * @throws when it complains of anything.
 */
export function runPhp(command: string, code: string, input: string): string {
  const args = ['-d', 'display_errors=stderr', '-d', 'error_reporting=-1', '-r', code]
  const { stdout, stderr } = spawnSync(command, args, { input, encoding: 'utf8' })
  if (stderr) throw new Error(stderr)
  return stdout
}
