import { once } from 'node:events'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createCollector, type Collector } from './collector.ts'
import { startDemoLedger, type DemoLedger } from './demo-ledger.ts'
import { readSiteFile } from './site-file.ts'

/** The demo while it runs. */
export interface Demo {
  /** Address of the page to open. */
  readonly url: string
  /** Origin of the third party. */
  readonly thirdParty: string
  /** Opens the operator's page, where the example has a ledger. */
  readonly token?: string | undefined
  close(): Promise<void>
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PANEL = '<script type="module" src="/panel/panel.js"></script>'
/** Where the example's page has its ledger. */
const LEDGER = '/ledger/'
const THIRD_PARTY = 'https://third-party.example'

/**
 * Serves an example of plain files, and a third party at another port. Both are reached from this
 * machine only. The pages of `plain-html` get a panel that shows what happens behind them; the page of
 * `with-ledger` gets a ledger.
 *
 * @param example The folder in `examples/`.
 * @param port The port to begin with; the next free one is taken. 0 takes any.
 */
export async function startDemo(example: string, port: number): Promise<Demo> {
  const collector = createCollector()
  const other = await listen(port && port + 1, collector.answer)
  let ledger: DemoLedger | undefined
  const answer = answerPage(example, collector, other.origin)
  const page = await listen(port, (request, response) => {
    const { url = '' } = request
    if (!ledger || !url.startsWith(LEDGER)) return answer(request, response)
    ledger.answer(url.slice(LEDGER.length - 1), request, response)
  })
  // It has to be told the page's origin.
  if (example === 'with-ledger') ledger = await startDemoLedger(page.origin)
  return {
    url: `${page.origin}/`,
    thirdParty: other.origin,
    token: ledger?.token,
    close: async () => {
      await Promise.all([page.close(), other.close(), ledger?.close()])
    },
  }
}

function answerPage(example: string, collector: Collector, thirdParty: string): RequestListener {
  // The longest address first.
  const folders = [
    ['/kelisim/', `${ROOT}packages/kelisim/dist/browser`],
    ['/studio/', `${ROOT}packages/studio/dist`],
    ['/panel/', `${ROOT}scripts/demo/panel`],
    ['/', `${ROOT}examples/${example}`],
  ] as const
  const complete = (html: string): string => {
    const page = html.replaceAll(THIRD_PARTY, thirdParty)
    // The policy page has nothing to look behind.
    const hasPanel = example === 'plain-html' && html.includes('data-category')
    return hasPanel ? page.replace('</body>', `${PANEL}</body>`) : page
  }
  return async (request, response) => {
    const path = (request.url ?? '/').replace(/[?#].*/, '')
    if (path === '/requests') return streamRequests(collector, request, response)
    if (path === '/forget' && request.method === 'POST') {
      collector.forget()
      return response.end()
    }
    const [base, folder] = folders.find(([address]) => path.startsWith(address)) ?? folders[2]
    const file = await readSiteFile(folder, path.slice(base.length - 1))
    if (!file) return response.writeHead(404).end(`Nothing at ${path}`)
    response.setHeader('content-type', file.type)
    response.setHeader('cache-control', 'no-cache')
    response.end(
      file.type.startsWith('text/html') ? complete(file.body.toString('utf8')) : file.body,
    )
  }
}

function streamRequests(
  collector: Collector,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  // A comment, so that the connection counts as open before anything was collected.
  response.write(':\n\n')
  const undo = collector.follow((collected) => {
    response.write(`data: ${JSON.stringify(collected)}\n\n`)
  })
  request.on('close', undo)
}

interface Listening {
  readonly origin: string
  close(): Promise<void>
}

async function listen(port: number, answer: RequestListener): Promise<Listening> {
  const server = createServer(answer)
  while (!(await tryPort(server, port))) port += 1
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

async function tryPort(server: Server, port: number): Promise<boolean> {
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening')
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false
    throw error
  }
}
