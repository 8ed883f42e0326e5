import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createSecureServer, type ServerHttp2Session } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync } from 'node:zlib'
import { makeCertificate } from '../e2e/certificate.ts'

/** A file as the server keeps it. */
export interface ServedFile {
  readonly body: string | Uint8Array
  readonly type: 'html' | 'javascript' | 'css'
}

/** A server of all hosts, on loopback. */
export interface Serving {
  readonly port: number
  close(): Promise<void>
}

/**
 * Serves files by their path, whatever the host, over HTTP/2 and TLS, with the headers that a well kept
 * site sends. What was asked for once is kept as compressed, so that later answers do not wait for it.
 *
 * @param find Gives the file of a path; undefined where there is none.
 */
export async function serve(find: (path: string) => ServedFile | undefined): Promise<Serving> {
  const answers = new Map<string, ReturnType<typeof answerWith> | undefined>()
  const sessions = new Set<ServerHttp2Session>()
  const server = createSecureServer(await makeCertificate())
  server.on('session', (session) => {
    sessions.add(session)
    session.on('error', () => {})
    session.on('close', () => sessions.delete(session))
  })
  server.on('stream', (stream, { ':path': address = '/' }) => {
    // A page that is left cancels what it was fetching.
    stream.on('error', () => {})
    const path = address.replace(/\?.*/, '')
    if (!answers.has(path)) {
      const file = find(path)
      answers.set(path, file && answerWith(file))
    }
    const answer = answers.get(path)
    stream.respond(answer?.headers ?? { ':status': 404 })
    stream.end(answer?.body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const session of sessions) session.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}

function answerWith({ body: plain, type }: ServedFile) {
  const body = brotliCompressSync(plain)
  const isPage = type === 'html'
  const headers = {
    ':status': 200,
    'content-type': `text/${type}; charset=utf-8`,
    'content-encoding': 'br',
    'content-length': body.length,
    'cache-control': isPage ? 'no-cache' : 'public, max-age=31536000, immutable',
    etag: `"${createHash('sha1').update(body).digest('hex').slice(0, 16)}"`,
    'last-modified': 'Sun, 01 Nov 2026 08:00:00 GMT',
    server: 'nginx',
    'strict-transport-security': 'max-age=31536000',
    vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
    // Modules from another origin, and their times, need these.
    'access-control-allow-origin': '*',
    'timing-allow-origin': '*',
  }
  return { headers, body }
}
