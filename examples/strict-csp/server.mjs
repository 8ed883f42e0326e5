/** Serves the page with a fresh nonce for every response: `node server.mjs`. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'

const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8' }
const KELISIM = new URL('../../packages/kelisim/dist/browser/', import.meta.url)

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost')
  const [, folder, name] = /^\/(kelisim\/)?([\w.-]+\.js)?$/.exec(pathname) ?? []
  const file = name ?? 'index.html'
  try {
    const body = await readFile(new URL(file, folder ? KELISIM : import.meta.url))
    const nonce = randomBytes(16).toString('base64')
    const headers = await readFile(new URL('headers.txt', import.meta.url), 'utf8')
    for (const line of headers.trim().split('\n')) {
      const [key, value] = line.split(/: (.*)/)
      response.setHeader(key, value.replace('{{nonce}}', nonce))
    }
    response.setHeader('Content-Type', TYPES[file.split('.').at(-1)])
    response.end(name ? body : body.toString('utf8').replaceAll('{{nonce}}', nonce))
  } catch {
    response.writeHead(404).end()
  }
})

server.listen(Number(process.argv[2] ?? 4180), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/`)
})
