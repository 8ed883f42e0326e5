import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Site } from './server.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const THIRD_PARTY = 'https://third-party.example'
/** What the third party is asked for besides its files: PostHog's addresses and those of the demo's own. */
const ENDPOINTS = ['/array/demo/config', '/flags/', '/e/', '/visit', '/pixel', '/played']

/** Runs in a page before anything else and collects what a developer would see in red. */
const COLLECT = `
  window.problems = []
  const note = (...parts) => void problems.push(parts.map(String).join(' '))
  console.error = note
  addEventListener('error', ({ message, target }) => note(message ?? target.outerHTML), true)
  addEventListener('unhandledrejection', ({ reason }) => note(reason))
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    note(violatedDirective, blockedURI))
`

/** Builds the examples that need a bundler, as their own `build` does. */
export async function buildExamples(...names: readonly string[]): Promise<void> {
  const vite = `${ROOT}node_modules/vite/bin/vite.js`
  // The test runner's own NODE_ENV would make it a build for development.
  const env = { ...process.env, NODE_ENV: 'production' }
  const build = (name: string) =>
    promisify(execFile)(process.execPath, [vite, 'build'], { cwd: `${ROOT}examples/${name}`, env })
  await Promise.all(names.map(build))
}

/** Host that an example is served at. */
export const originOf = (name: string): string => `https://${name}.example.kz`

/** Serves an example of plain files, or what was built of one, at its own host. */
export async function serveExample(
  site: Site,
  name: string,
  {
    folder = name,
    pages = ['/'],
  }: { readonly folder?: string; readonly pages?: readonly string[] } = {},
): Promise<void> {
  const origin = originOf(name)
  site.directory(`${origin}/kelisim/`, `${ROOT}packages/kelisim/dist/browser`)
  site.directory(`${origin}/`, `${ROOT}examples/${folder}`)
  for (const path of pages) {
    const file = `${ROOT}examples/${folder}${path}${path.endsWith('/') ? 'index.html' : ''}`
    const html = await readFile(file, 'utf8')
    site.route(origin + path, html.replace('<head>', `<head><script>${COLLECT}</script>`))
  }
}

/** Serves the example with a strict policy through its own server. Returns its undo. */
export async function serveStrictCsp(site: Site): Promise<() => void> {
  const server = spawn(process.execPath, ['server.mjs', '0'], { cwd: `${ROOT}examples/strict-csp` })
  const [line] = await once(server.stdout, 'data')
  const address = String(line).trim()
  site.directory(`${originOf('strict-csp')}/`, `${ROOT}examples/strict-csp`)
  site.directory(`${originOf('strict-csp')}/kelisim/`, `${ROOT}packages/kelisim/dist/browser`)
  site.route(`${originOf('strict-csp')}/`, async () => {
    const response = await fetch(address)
    const policy = response.headers.get('content-security-policy') ?? ''
    const html = await response.text()
    const [, nonce = ''] = /nonce="([^"]+)"/.exec(html) ?? []
    const collect = `<head><script nonce="${nonce}">${COLLECT}</script>`
    return {
      headers: { 'content-security-policy': policy },
      body: html.replace('<head>', collect),
    }
  })
  return () => server.kill()
}

/** Serves the files of the third party, and lets it hear what they send. */
export function serveThirdParty(site: Site): void {
  site.directory(`${THIRD_PARTY}/`, `${ROOT}scripts/demo/third-party`)
  site.route(`${THIRD_PARTY}/posthog.js`, async () => ({
    body: await readFile(`${ROOT}node_modules/posthog-js/dist/array.full.no-external.js`),
  }))
  for (const path of ENDPOINTS) {
    site.route(THIRD_PARTY + path, ({ headers }) => ({
      headers: {
        'content-type': 'application/json',
        'access-control-allow-origin': headers.origin ?? '*',
        'access-control-allow-credentials': 'true',
        'access-control-allow-headers': 'content-type',
      },
      body: '{"status":1}',
    }))
  }
}

/** Stands in for the makers of the players and maps. */
export function serveEmbeds(site: Site): void {
  for (const address of [
    'https://www.youtube-nocookie.com/embed/lesson00001',
    'https://vkvideo.ru/video_ext.php',
    'https://yandex.ru/map-widget/v1/',
    'https://widgets.2gis.com/widget',
  ])
    site.route(address, `<!doctype html><title>Embed</title><p>${new URL(address).host}</p>`)
}
