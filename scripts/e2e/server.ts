import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { createServer as createSocketServer, type AddressInfo, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeCertificate } from './certificate.ts'
import { createRoutes, type Routes, type SiteRequest, type SiteResponse } from './routes.ts'

/** Which requests to look at; every given field must hold. */
export interface RequestFilter {
  /** Only requests to this host, such as `tracker.example`, or to hosts that match. */
  readonly host?: string | RegExp
  /** Only requests to hosts that are not in this list: third parties, seen from a page. */
  readonly awayFrom?: readonly string[]
  /** Only requests with this path. */
  readonly path?: string
}

/** The whole internet as a test sees it: every host, over http and https, in this process. */
export interface Site extends Pick<Routes, 'route' | 'directory'> {
  /** `127.0.0.1:port`, to be given to a browser as its proxy for http and https. */
  readonly proxy: string
  /** Port that also answers directly at `http://127.0.0.1:port` and `http://localhost:port`. */
  readonly port: number
  /**
   * Requests so far, oldest first.
   *
   * Left out is what no page asked for, unless it is routed: icons, and the browser's own calls
   * to its maker.
   */
  requests(filter?: RequestFilter): readonly SiteRequest[]
  /** Forgets the requests so far. */
  forgetRequests(): void
  /** Drops all routes, mounts and requests. */
  clear(): void
  close(): Promise<void>
}

/**
 * Starts the site on a free loopback port.
 *
 * One port is three things: a proxy for plain http, a proxy that ends TLS for any host itself,
 * and a web server, because browsers ask no proxy about loopback addresses.
 */
export async function startSite(): Promise<Site> {
  const routes = createRoutes()
  const log: SiteRequest[] = []
  const sockets = new Set<Duplex>()

  const listen = (scheme: string) => (incoming: IncomingMessage, outgoing: ServerResponse) => {
    outgoing.on('error', ignoreGoneBrowser)
    answer(scheme, incoming, outgoing).catch(() => outgoing.destroy())
  }
  const answer = async (scheme: string, incoming: IncomingMessage, outgoing: ServerResponse) => {
    const request = await readRequest(scheme, incoming)
    const response = await routes.respond(request)
    if (response.status !== 404 || !isBrowsersOwn(request)) log.push(request)
    await send(outgoing, response)
  }

  const secure = createSecureServer(await makeCertificate(), listen('https'))
  secure.on('tlsClientError', ignoreGoneBrowser)
  const plain = createServer(listen('http'))
  const openTunnel = (_request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', ignoreGoneBrowser)
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    if (head.length > 0) socket.unshift(head)
    secure.emit('connection', socket)
  }
  secure.on('connect', openTunnel)
  plain.on('connect', openTunnel)
  const door = createSocketServer((socket) => {
    keep(sockets, socket)
    letIn(socket, (isSecure) => (isSecure ? secure : plain).emit('connection', socket))
  })
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  const { port } = door.address() as AddressInfo

  return {
    proxy: `127.0.0.1:${port}`,
    port,
    route: routes.route,
    directory: routes.directory,
    requests: (filter = {}) => log.filter((request) => passes(request, filter)),
    forgetRequests: () => void log.splice(0),
    clear() {
      routes.clear()
      log.splice(0)
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => door.close(done))
    },
  }
}

// https://localhost:port comes without a CONNECT, so the first byte has to tell TLS (22, a
// handshake record) from HTTP.
function letIn(socket: Socket, open: (isSecure: boolean) => void): void {
  socket.once('readable', () => {
    const start = socket.read() as Buffer | null
    if (!start) return
    socket.unshift(start)
    open(start[0] === 22)
  })
}

function keep(sockets: Set<Duplex>, socket: Duplex): void {
  sockets.add(socket)
  socket.on('error', ignoreGoneBrowser)
  socket.on('close', () => sockets.delete(socket))
}

// Their requests over plain http carry no sec-fetch headers.
const MAKERS: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'clients2.google.com',
  'content-autofill.googleapis.com',
  'detectportal.firefox.com',
  'firefox-settings-attachments.cdn.mozilla.net',
  'firefox.settings.services.mozilla.com',
  'optimizationguide-pa.googleapis.com',
  'safebrowsing.googleapis.com',
  'update.googleapis.com',
])

function isBrowsersOwn({ url, headers }: SiteRequest): boolean {
  // Only a navigation may come from nowhere; a dictionary or a list must come from a page.
  const isFromNoPage =
    headers['sec-fetch-site'] === 'none' && headers['sec-fetch-dest'] !== 'document'
  return isFromNoPage || url.pathname === '/favicon.ico' || MAKERS.has(url.hostname)
}

// A tab that is closed or navigates away drops its connections; that is no failure of a test.
function ignoreGoneBrowser(): void {}

async function readRequest(scheme: string, incoming: IncomingMessage): Promise<SiteRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  // Through a proxy the target of a plain request is absolute, and then the base is not used.
  const url = new URL(incoming.url ?? '/', `${scheme}://${incoming.headers.host ?? 'localhost'}`)
  return {
    url,
    method: incoming.method ?? 'GET',
    headers: incoming.headers,
    body: Buffer.concat(chunks).toString('utf8'),
    at: Date.now(),
  }
}

async function send(outgoing: ServerResponse, response: SiteResponse): Promise<void> {
  if (response.hang) return
  if (response.delayMs) await sleep(response.delayMs)
  for (const [name, value] of Object.entries(response.headers ?? {})) {
    outgoing.setHeader(name, value)
  }
  outgoing.writeHead(response.status ?? 200)
  const { body = '' } = response
  const isWhole = typeof body === 'string' || body instanceof Uint8Array
  if (isWhole) outgoing.end(body)
  else await pipeline(body, outgoing)
}

function passes({ url }: SiteRequest, filter: RequestFilter): boolean {
  const { host, awayFrom, path } = filter
  if (typeof host === 'string' && url.hostname !== asciiHost(host)) return false
  if (host instanceof RegExp && !host.test(url.hostname)) return false
  if (awayFrom?.some((home) => url.hostname === asciiHost(home))) return false
  return path === undefined || url.pathname === path
}

function asciiHost(host: string): string {
  return new URL(`https://${host}`).hostname
}
