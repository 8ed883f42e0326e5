import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type IncomingMessage, request as ask, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A ledger beside the demo's page. */
export interface DemoLedger {
  /** Opens the operator's page. */
  readonly token: string
  /** Passes a request on, as a proxy does. */
  answer(path: string, request: IncomingMessage, response: ServerResponse): void
  /** Ends it, and deletes its records. */
  close(): Promise<void>
}

const COMMAND = fileURLToPath(new URL('../../packages/ledger/dist/cli.js', import.meta.url))

/**
 * Starts the ledger as its owner would, on a database in a temporary folder.
 *
 * @param origin Of the page that may write.
 */
export async function startDemoLedger(origin: string): Promise<DemoLedger> {
  const folder = await mkdtemp(join(tmpdir(), 'kelisim-ledger-'))
  const token = randomBytes(32).toString('hex')
  const database = join(folder, 'ledger.db')
  const args = ['--origin', origin, '--port', '0', '--database', database]
  const child = spawn(process.execPath, [COMMAND, ...args], {
    env: { ...process.env, KELISIM_LEDGER_TOKEN: token },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // Ctrl+C in a terminal ends it as well.
  const exit = once(child, 'exit')
  const port = await portOf(child.stdout)
  return {
    token,
    answer: (path, request, response) => passOn({ port, path }, request, response),
    async close() {
      child.kill()
      await exit
      await rm(folder, { recursive: true })
    },
  }
}

async function portOf(log: NodeJS.ReadableStream): Promise<number> {
  for await (const line of createInterface({ input: log })) {
    const { port } = JSON.parse(line) as { port?: number }
    if (!port) continue
    // Its pipe must not fill up.
    log.resume()
    return port
  }
  throw new Error('The ledger of the demo did not start. Is it built? Run "npm start".')
}

function passOn(
  to: { readonly port: number; readonly path: string },
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { method = 'GET', headers } = request
  const onward = ask({ host: '127.0.0.1', ...to, method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => (response.headersSent ? response.destroy() : gone(response)))
  request.pipe(onward)
}

const gone = (response: ServerResponse) => response.writeHead(502).end('The ledger is not there.')
