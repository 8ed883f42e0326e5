import type { Site } from '../server.ts'
import type { Tab } from '../tab.ts'

/** What the stand-ins of the vendors leave on the window. */
declare global {
  var vendorCalls: unknown[][] | undefined
}

/** A list as people compare it: `arguments` objects, lists and objects become lists. */
const NOTE = `
  window.vendorCalls = window.vendorCalls || []
  const note = (name, call) => vendorCalls.push([name, ...(call.length === undefined ? [call] : Array.from(call))])
`
// As the vendors' scripts do it: what waits is taken in order, then calls go straight through.
const takePush = (name: string): string => `{ ${NOTE}
  for (const call of ${name}) note('${name}', call)
  ${name}.push = (...calls) => { for (const call of calls) note('${name}', call) }
}`

/** The script of each vendor, as far as its queue goes, and a cookie that it sets. */
const SCRIPTS: Readonly<Record<string, string>> = {
  'https://mc.yandex.ru/metrika/tag.js': `{ ${NOTE}
    for (const call of ym.a) note('ym', call)
    ym = (...call) => note('ym', call)
    document.cookie = '_ym_uid=1; path=/'
  }`,
  'https://www.googletagmanager.com/gtag/js': `${takePush('dataLayer')}
    document.cookie = '_ga=1; path=/'`,
  'https://connect.facebook.net/en_US/fbevents.js': `{ ${NOTE}
    for (const call of fbq.queue) note('fbq', call)
    fbq.callMethod = (...call) => note('fbq', call)
    document.cookie = '_fbp=1; path=/'
  }`,
  'https://analytics.tiktok.com/i18n/pixel/events.js': `{ ${NOTE}
    for (const call of ttq) note('ttq', call)
    ttq = { revokeConsent: () => note('ttq', ['revokeConsent']), push() {} }
  }`,
  'https://top-fwz1.mail.ru/js/code.js': takePush('_tmr'),
  'https://www.clarity.ms/tag/ab12cd34ef': `{ ${NOTE}
    for (const call of clarity.q) note('clarity', call)
    clarity = (...call) => note('clarity', call)
  }`,
}

/** Globals that the vendors' snippets would leave on a page. */
const GLOBALS = ['ym', 'dataLayer', 'gtag', 'fbq', '_fbq', 'ttq', 'clarity', '_tmr'] as const

/** Puts the vendors on the site. */
export function openVendors(site: Site): void {
  for (const [address, body] of Object.entries(SCRIPTS))
    site.route(address, { body, headers: { 'content-type': 'text/javascript' } })
}

/** Addresses of the vendors that were asked for, sorted, without their queries. */
export function askedOf(site: Site): string[] {
  return site
    .requests({ awayFrom: ['shop.example.com.kz'] })
    .map(({ url }) => url.host + url.pathname)
    .sort()
}

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
