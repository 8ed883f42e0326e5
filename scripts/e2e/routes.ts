import { readFile } from 'node:fs/promises'
import type { IncomingHttpHeaders } from 'node:http'
import { extname, join, normalize, resolve, sep } from 'node:path'

/** One request a browser sent, whatever host it was meant for. */
export interface SiteRequest {
  readonly url: URL
  readonly method: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** Milliseconds since the Unix epoch at which the request was complete. */
  readonly at: number
}

/** What the site sends back. */
export interface SiteResponse {
  /** @default 200 */
  readonly status?: number
  /** Added to, and stronger than, `content-type` and `cache-control: no-cache`. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  /** Pieces are sent as they come. @default '' */
  readonly body?: string | Uint8Array | AsyncIterable<string>
  /** Milliseconds to wait before the first byte. @default 0 */
  readonly delayMs?: number
  /** Accepts the request and never answers. @default false */
  readonly hang?: boolean
}

/** A response, the text of one, or a function that makes one from the request. */
type Answer =
  | SiteResponse
  | string
  | ((request: SiteRequest) => SiteResponse | string | Promise<SiteResponse | string>)

/** Addresses and what they answer. */
export interface Routes {
  /**
   * Answers one address; the query is not compared. An address that starts with `/` is answered
   * on every host. A later route for the same address wins.
   */
  route(address: string, answer: Answer): () => void
  /** Serves the files of a folder below an address that ends in `/`. */
  directory(address: string, folder: string, headers?: SiteResponse['headers']): () => void
  /** Finds the answer for a request; 404 where nothing is routed. */
  respond(request: SiteRequest): Promise<SiteResponse>
  clear(): void
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
}

/** Makes an empty routing table. */
export function createRoutes(): Routes {
  const answers = new Map<string, Answer>()
  const folders = new Map<string, FolderMount>()

  return {
    route: (address, answer) => put(answers, addressKey(address), answer),
    directory: (address, folder, headers = {}) =>
      put(folders, addressKey(address), { folder: resolve(folder), headers }),
    async respond(request) {
      const answer = answers.get(pageKey(request.url)) ?? answers.get(request.url.pathname)
      if (answer !== undefined) return fromAnswer(answer, request)
      return (await fromFolders(folders, request.url)) ?? notFound(request.url)
    },
    clear() {
      answers.clear()
      folders.clear()
    },
  }
}

interface FolderMount {
  readonly folder: string
  readonly headers: NonNullable<SiteResponse['headers']>
}

function put<Value>(table: Map<string, Value>, key: string, value: Value): () => void {
  table.set(key, value)
  return () => {
    if (table.get(key) === value) table.delete(key)
  }
}

function addressKey(address: string): string {
  return address.startsWith('/') ? address : pageKey(new URL(address))
}

function pageKey(url: URL): string {
  return url.origin + url.pathname
}

async function fromAnswer(answer: Answer, request: SiteRequest): Promise<SiteResponse> {
  const made = typeof answer === 'function' ? await answer(request) : answer
  const response = typeof made === 'string' ? { body: made } : made
  return withType(response, request.url.pathname, '.html')
}

async function fromFolders(
  folders: ReadonlyMap<string, FolderMount>,
  url: URL,
): Promise<SiteResponse | undefined> {
  // The longest address is the closest one.
  const mounts = [...folders].sort(([a], [b]) => b.length - a.length)
  for (const [key, mount] of mounts) {
    const from = key.startsWith('/') ? url.pathname : pageKey(url)
    if (!from.startsWith(key)) continue
    const response = await fromFile(mount, decodeURIComponent(from.slice(key.length)))
    if (response) return response
  }
  return undefined
}

async function fromFile(mount: FolderMount, path: string): Promise<SiteResponse | undefined> {
  const name = path === '' || path.endsWith('/') ? `${path}index.html` : path
  const file = normalize(join(mount.folder, name))
  if (!file.startsWith(mount.folder + sep)) return undefined
  try {
    const body = await readFile(file)
    // Package networks send this header, and module scripts from another origin need it.
    const headers = { 'access-control-allow-origin': '*', ...mount.headers }
    return withType({ body, headers }, file, '.txt')
  } catch {
    return undefined
  }
}

function withType(response: SiteResponse, path: string, otherwise: string): SiteResponse {
  const type = TYPES[extname(path)] ?? TYPES[otherwise] ?? ''
  // `no-cache` keeps tests honest about what is fetched; `no-store` would forbid the bfcache.
  const headers = { 'content-type': type, 'cache-control': 'no-cache', ...response.headers }
  return { ...response, headers }
}

function notFound(url: URL): SiteResponse {
  const headers = { 'content-type': 'text/plain; charset=utf-8' }
  return { status: 404, headers, body: `Nothing is routed at ${url.href}` }
}
