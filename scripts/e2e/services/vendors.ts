import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import type { Site } from '../server.ts'
import type { Tab } from '../tab.ts'

/** What the stand-ins of the vendors leave on the window. */
declare global {
  var vendorCalls: unknown[][] | undefined
}

/** The script of each vendor: a file in the folder of fakes, or nothing. */
const SCRIPTS: Readonly<Record<string, string>> = {
  'https://mc.yandex.ru/metrika/tag.js': 'metrika',
  'https://www.googletagmanager.com/gtag/js': 'gtag',
  'https://www.googletagmanager.com/gtm.js': 'gtm',
  'https://connect.facebook.net/en_US/fbevents.js': 'meta',
  'https://analytics.tiktok.com/i18n/pixel/events.js': 'tiktok',
  'https://top-fwz1.mail.ru/js/code.js': 'top-mail',
  'https://www.clarity.ms/tag/ab12cd34ef': 'clarity',
  'https://privacy-cs.mail.ru/static/sync-loader.js': '',
  // What the container of Tag Manager fires.
  'https://www.googletagmanager.com/gtag/destination': '',
  'https://heatmap.example/map.js': '',
  'https://pixel.example/pixel.js': '',
}

/** Where hits go. */
const HITS = [
  'https://mc.yandex.ru/watch/12345678',
  'https://www.google-analytics.com/g/collect',
  'https://googleads.g.doubleclick.net/pagead/viewthroughconversion',
  'https://www.facebook.com/tr',
  'https://analytics.tiktok.com/api/v2/pixel',
  'https://top-fwz1.mail.ru/counter',
  'https://k.clarity.ms/collect',
]

/** Globals that the vendors' snippets would leave on a page. */
const GLOBALS = ['ym', 'dataLayer', 'gtag', 'fbq', '_fbq', 'ttq', 'clarity', '_tmr'] as const

/** Puts the vendors on the site. */
export function openVendors(site: Site): void {
  for (const [address, name] of Object.entries(SCRIPTS))
    site.route(address, {
      body: name && bundle(name),
      headers: { 'content-type': 'text/javascript' },
    })
  for (const address of HITS) site.route(address, { status: 204 })
}

function bundle(name: string): string {
  const entryPoints = [fileURLToPath(new URL(`fakes/${name}.js`, import.meta.url))]
  const { outputFiles } = buildSync({ entryPoints, bundle: true, write: false })
  return outputFiles.map(({ text }) => text).join('')
}

const abroad = (site: Site): URL[] =>
  site.requests({ awayFrom: ['shop.example.com.kz'] }).map(({ url }) => url)

const isHit = (url: URL): boolean => HITS.includes(url.origin + url.pathname)

/** Addresses that were asked for, hits apart, sorted, without their queries. */
export const askedOf = (site: Site): string[] =>
  abroad(site)
    .filter((url) => !isHit(url))
    .map(({ host, pathname }) => host + pathname)
    .sort()

/** Hits that the vendors got, in order: host and what was sent, without ids of visitors and times. */
export const hitsOf = (site: Site): string[] =>
  abroad(site)
    .filter(isHit)
    .map(({ host, searchParams }) =>
      [
        host,
        ...[...searchParams].filter(([name]) => name !== 'cid').map(([, value]) => value),
      ].join(' '),
    )

/** Globals of the vendors that are on a page. */
export const traces = (tab: Tab): Promise<string[]> =>
  tab.evaluate((names) => names.filter((name) => name in globalThis), [...GLOBALS])

/** Calls that a vendor's script got, in order. */
export const callsOf = (tab: Tab, name: string): Promise<unknown[][]> =>
  tab.evaluate(
    (wanted) =>
      (globalThis.vendorCalls ?? []).filter(([to]) => to === wanted).map(([, ...call]) => call),
    name,
  )
