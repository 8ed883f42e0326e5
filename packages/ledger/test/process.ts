import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { TOKEN } from './ledger.ts'
import { SITE } from './records.ts'

const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url))

/** A ledger in a process of its own. */
export interface LedgerProcess {
  readonly url: string
  readonly pid: number
  /** Ends it by a signal and waits; tells its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** Starts the command `kelisim-ledger serve`, which ends with the test. */
export async function startProcess(database: string, args: string[] = []): Promise<LedgerProcess> {
  const child = spawnCli(
    ['serve', '--database', database, '--port', '0', '--origin', SITE, ...args],
    {
      KELISIM_LEDGER_TOKEN: TOKEN,
      KELISIM_LEDGER_LIMIT_PER_ADDRESS: '1000000',
      KELISIM_LEDGER_LIMIT_PER_SITE: '1000000',
    },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  const port = await listening(child)
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async end(signal) {
      const exit = once(child, 'exit') as Promise<[number | null]>
      child.kill(signal)
      return (await exit)[0]
    },
  }
}

/** Runs the command line; what ignores a file size limit gets an error from the system instead of a signal. */
export function spawnCli(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const script = `trap '' XFSZ; exec "$0" "$@"`
  const node = [process.execPath, '--import', 'tsx', CLI, ...args]
  return spawn('sh', ['-c', script, ...node], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

async function listening({ stdout, stderr }: ChildProcess): Promise<number> {
  let said = ''
  stderr?.on('data', (data) => (said += String(data)))
  if (stdout)
    for await (const line of createInterface({ input: stdout })) {
      const { msg, port } = JSON.parse(line) as { msg: string; port: number }
      if (msg !== 'listening') continue
      // Its pipe must not fill up.
      stdout.resume()
      return port
    }
  throw new Error(`The ledger did not start: ${said}`)
}

/** What a command said, and its exit code. */
export async function runCli(
  args: readonly string[],
  { env, input }: { env?: Record<string, string>; input?: string } = {},
): Promise<{ code: number; out: string; err: string }> {
  const child = spawnCli(args, env)
  let [out, err] = ['', '']
  child.stdout?.on('data', (data) => (out += String(data)))
  child.stderr?.on('data', (data) => (err += String(data)))
  child.stdin?.end(input ?? '')
  const [code] = (await once(child, 'close')) as [number]
  return { code, out, err }
}

/** The most memory that a process has had, in bytes. */
export function peakMemory(pid: number): number {
  const [, kib = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kib) * 1024
}
