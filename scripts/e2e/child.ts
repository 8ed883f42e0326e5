import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { atOurEnd } from './our-end.ts'

/** A program started for the tests. */
export interface Child {
  readonly process: ChildProcess
  /** Ends the program and waits until it has ended. */
  stop(): Promise<void>
}

/** Starts a program that ends with this process, however this process ends. */
export function startChild(
  program: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'env' | 'stdio' | 'uid' | 'gid'> = {},
): Child {
  const child = spawn(program, args, { stdio: 'ignore', ...options })
  child.once(
    'exit',
    atOurEnd(() => child.kill()),
  )
  return { process: child, stop: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill()
  await exit
}
