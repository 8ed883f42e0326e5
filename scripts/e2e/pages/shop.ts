import { fileURLToPath } from 'node:url'
import type { Site } from '../server.ts'

/** The site under test: a registrable domain below a public suffix of two labels. */
export const SHOP = 'https://shop.example.com.kz'
/** The third party that must hear of nobody who has not agreed. */
export const TRACKER = 'https://tracker.example'
/** The folder of the files that pages fetch, as they were built. */
export const BUILT: string = fileURLToPath(
  new URL('../../../packages/kelisim/dist/browser', import.meta.url),
)

/** The shortest useful tag. */
export const TAG = '<script src="/kelisim/kelisim.js" data-policy-url="/privacy"></script>'

/** What the tag above asks, for `choiceCookie`. */
export const OPTIONS = { policy: { url: '/privacy' } } as const

/** Every kind of gated markup; what runs says so in `ran`, what is fetched is in the site's log. */
export const GATED = `
<script type="text/plain" data-category="analytics">ran.push('inline')</script>
<script type="text/plain" data-category="analytics" src="${TRACKER}/count.js"></script>
<script type="text/plain" data-category="analytics" data-src="${TRACKER}/moved.js"></script>
<script type="text/plain" data-category="analytics" data-type="module">
  ran.push('module ' + typeof import.meta.url)
</script>
<script type="text/plain" data-category="marketing" data-after="base" src="${TRACKER}/addon.js"></script>
<script type="text/plain" data-category="marketing" id="base" src="${TRACKER}/base.js"></script>
<script type="text/plain" data-category="marketing" defer src="${TRACKER}/early.js"></script>
<script type="text/plain" data-category="marketing" defer src="${TRACKER}/late.js"></script>
<template data-category="marketing">
  <script src="${TRACKER}/advert.js"></script>
  <p id="ad">Ad</p>
</template>
<iframe data-category="functional" data-kelisim-src="${TRACKER}/map" title="Map"></iframe>`

/** What `GATED` leaves in `ran`, per category and altogether, sorted. */
export const RUNS = {
  analytics: ['count', 'inline', 'module string', 'moved'],
  marketing: ['addon', 'advert', 'base', 'early', 'late'],
  all: ['addon', 'advert', 'base', 'count', 'early', 'inline', 'late', 'module string', 'moved'],
} as const
/** Paths that `GATED` fetches from the third party when all is allowed, sorted. */
export const FETCHES = [
  '/addon.js',
  '/advert.js',
  '/base.js',
  '/count.js',
  '/early.js',
  '/late.js',
  '/map',
  '/moved.js',
  '/pixel.png',
] as const

const SCRIPTS = ['count', 'moved', 'addon', 'base', 'early', 'late', 'service']
// Slow ones would be overtaken if nothing kept the order.
const DELAYS: Readonly<Record<string, number>> = { base: 120, early: 120 }

/** The parts of a page of the shop. */
export interface ShopPage {
  /** `<html lang>`. @default 'ru' */
  readonly lang?: string
  /** @default the shortest useful tag */
  readonly head?: string
  /** @default all gated markup */
  readonly body?: string
}

// Notes what runs, what is thrown, and what Kelisim says; it touches no storage.
const WITNESS = `<script>
  var ran = [], faults = [], heard = []
  addEventListener('error', (event) => faults.push(event.message))
  addEventListener('unhandledrejection', (event) => faults.push(String(event.reason)))
  addEventListener('kelisim:consent', () => heard.push('consent'))
  addEventListener('kelisim:change', () => heard.push('change'))
  addEventListener('kelisim:error', ({ detail }) => heard.push(detail.code))
</script>`

/** Writes a page: a link, a field to type in, and what is asked for. */
export function shopPage({ lang = 'ru', head = TAG, body = GATED }: ShopPage = {}): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Shop</title>
${WITNESS}
${head}
</head><body>
<p><a href="/next">Next</a></p><label>Name <input></label>
${body}
</body></html>`
}

/** Puts the shop, the built files and the third party on the site. */
export function openShop(site: Site): void {
  site.directory(`${SHOP}/kelisim/`, BUILT)
  site.route(`${SHOP}/`, shopPage())
  site.route(`${SHOP}/next`, '<!doctype html><title>Next</title><h1>Next</h1><a href="/">Shop</a>')
  site.route(`${SHOP}/privacy`, '<!doctype html><title>Privacy</title><h1>Privacy</h1>')
  site.route(`${TRACKER}/map`, '<!doctype html><title>Map</title>')
  for (const name of SCRIPTS) {
    const delayMs = DELAYS[name] ?? 0
    site.route(`${TRACKER}/${name}.js`, { body: `ran.push('${name}')`, delayMs })
  }
  const pixel = `ran.push('advert'); new Image().src = '${TRACKER}/pixel.png'`
  site.route(`${TRACKER}/advert.js`, pixel)
}

/** Paths that were asked of anybody but the shop, sorted. */
export function contacted(site: Site): string[] {
  return site
    .requests({ awayFrom: ['shop.example.com.kz'] })
    .map(({ url }) => url.pathname)
    .sort()
}

/** Names of the files of Kelisim that were fetched, in order, without their folder. */
export function fetchedFiles(site: Site): string[] {
  return site
    .requests({ host: 'shop.example.com.kz' })
    .map(({ url }) => url.pathname + url.search)
    .filter((path) => path.startsWith('/kelisim/'))
    .map((path) => path.slice('/kelisim/'.length))
}
