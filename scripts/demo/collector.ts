import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'

/** One request that a browser sent to the third party. */
interface Collected {
  /** Milliseconds since the Unix epoch. */
  readonly at: number
  readonly method: string
  readonly path: string
  /** Bytes of the request's body: what was told about the visitor. */
  readonly bytes: number
}

/** The third party: serves its scripts and keeps a list of whatever is sent to it. */
export interface Collector {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** Calls back with every request so far and each new one. Returns its undo. */
  follow(listener: (collected: Collected) => void): () => void
  forget(): void
}

const KEPT = 200
const POSTHOG = '../../node_modules/posthog-js/dist/array.full.no-external.js'

const FILES: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  '/posthog.js': { file: POSTHOG, type: 'text/javascript' },
  '/visit-counter.js': { file: 'third-party/visit-counter.js', type: 'text/javascript' },
  '/ad-pixel.js': { file: 'third-party/ad-pixel.js', type: 'text/javascript' },
  '/lesson.html': { file: 'third-party/lesson.html', type: 'text/html; charset=utf-8' },
}

/** Makes a third party to which nothing has been sent yet. */
export function createCollector(): Collector {
  const kept: Collected[] = []
  const listeners = new Set<(collected: Collected) => void>()

  return {
    async answer(request, response) {
      const { method = 'GET', url = '/' } = request
      // Any origin may send here with its cookies, as it may to the real ones.
      response.setHeader('access-control-allow-origin', request.headers.origin ?? '*')
      response.setHeader('access-control-allow-credentials', 'true')
      response.setHeader('access-control-allow-headers', 'content-type')
      if (method === 'OPTIONS') return void response.end()
      const collected = { at: Date.now(), method, path: url, bytes: await countBytes(request) }
      kept.push(collected)
      kept.splice(0, kept.length - KEPT)
      for (const listener of listeners) listener(collected)
      await answerWith(response, url.replace(/\?.*/, ''))
    },
    follow(listener) {
      kept.forEach(listener)
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    forget: () => void kept.splice(0),
  }
}

async function countBytes(request: IncomingMessage): Promise<number> {
  let bytes = 0
  for await (const chunk of request) bytes += (chunk as Buffer).length
  return bytes
}

async function answerWith(response: ServerResponse, path: string): Promise<void> {
  const { file, type } = FILES[path] ?? {}
  response.setHeader('content-type', type ?? 'application/json')
  // SDKs try again until they read that they were heard.
  if (!file) return void response.end('{"status":1,"code":200}')
  response.end(await readFile(fileURLToPath(new URL(file, import.meta.url))))
}
