import { fileURLToPath } from 'node:url'
import type { StorageEntry } from '../../../packages/core/src/model/options.ts'
import type { Site } from '../server.ts'
import { BUILT, SHOP, shopPage, TRACKER } from './shop.ts'

/** A vendor's published code, and how a site owner would give it to Kelisim. */
export interface Sdk {
  /** The vendor's name, and the path of the page that has it. */
  readonly id: string
  /** The file below node_modules. */
  readonly file: string
  /** Code of `load`, which has `sdk` for the file's address. */
  readonly load: string
  /** Code of `stop`, where there is a way. */
  readonly stop?: string
  /** What the code was seen to write. */
  readonly storage: readonly Pick<StorageEntry, 'kind' | 'name' | 'optOut'>[]
  /** Its own name for the visitor, where it can bring that back. */
  readonly visitorId?: string
  /** What its code still sends when the page goes. */
  readonly lastWords?: string
  /** Code that makes it send something. */
  readonly send?: string
}

/** Entries by kind and name, as `storedNames` lists them. */
function kept(...entries: readonly string[]): Sdk['storage'] {
  return entries.map((entry) => {
    const [kind = '', name = ''] = entry.split(' ')
    return { kind: kind as StorageEntry['kind'], name, optOut: name.includes('opt_in_out') }
  })
}

const POSTHOG = 'phc_0123456789'
const MIXPANEL = '0123456789abcdef0123456789abcdef'
const AMPLITUDE = '0123456789abcdef'

export const SDKS: readonly Sdk[] = [
  {
    id: 'posthog',
    file: 'posthog-js/dist/array.full.no-external.js',
    load: `await loadScript(sdk)
      if (posthog.__loaded) return posthog.opt_in_capturing()
      posthog.init('${POSTHOG}', { api_host: collector, disable_session_recording: true,
        opt_out_useragent_filter: true, request_batching: false })`,
    stop: 'posthog.opt_out_capturing()',
    send: `posthog.capture('again')`,
    visitorId: 'posthog.get_distinct_id()',
    storage: kept(
      `cookie ph_${POSTHOG}_posthog`,
      `local ph_${POSTHOG}_posthog`,
      `local __ph_opt_in_out_${POSTHOG}`,
      `session ph_${POSTHOG}_*`,
    ),
  },
  {
    id: 'mixpanel',
    file: 'mixpanel-browser/dist/mixpanel.umd.js',
    load: `await loadScript(sdk)
      mixpanel.init('${MIXPANEL}', { api_host: collector, batch_requests: false, track_pageview: true })
      if (mixpanel.has_opted_out_tracking()) mixpanel.opt_in_tracking()`,
    stop: 'mixpanel.opt_out_tracking()',
    send: `mixpanel.track('again')`,
    visitorId: 'mixpanel.get_distinct_id()',
    storage: kept(
      `cookie mp_${MIXPANEL}_mixpanel`,
      `local __mp_opt_in_out_${MIXPANEL}`,
      'session mp_*tab_id_mixpanel_*',
      'idb mixpanelBrowserDb',
      'idb mixpanelFlagsDb',
    ),
  },
  {
    id: 'amplitude',
    file: '@amplitude/analytics-browser/lib/scripts/amplitude-min.js',
    load: `await loadScript(sdk)
      amplitude.setOptOut(false)
      await amplitude.init('${AMPLITUDE}', { serverUrl: collector + '/2/httpapi', flushIntervalMillis: 200,
        remoteConfig: { fetchRemoteConfig: false } }).promise`,
    stop: 'amplitude.setOptOut(true)',
    send: `amplitude.track('again')`,
    visitorId: 'amplitude.getDeviceId()',
    storage: kept('cookie AMP_*', 'local AMP_*', 'session AMP_*', 'idb AMP_diagnostics_*'),
  },
  {
    id: 'clarity',
    file: 'clarity-js/build/clarity.min.js',
    load: `window.clarity ??= function () { (clarity.q ??= []).push(arguments) }
      clarity('start', { projectId: 'kelisim', upload: collector + '/collect', track: true,
        content: true, delay: 300 })
      await loadScript(sdk)`,
    stop: `clarity('consentv2', { ad_Storage: 'denied', analytics_Storage: 'denied' }); clarity('stop')`,
    storage: kept('cookie _clck', 'cookie _clsk', 'session _cltk'),
  },
  {
    id: 'countly',
    file: 'countly-sdk-web/lib/countly.min.js',
    load: `await loadScript(sdk)
      Countly.init({ app_key: 'k', url: collector, require_consent: true })
      Countly.add_consent(['sessions', 'views', 'events'])
      Countly.track_sessions()
      Countly.track_pageview()`,
    stop: `Countly.halt()`,
    storage: kept('local k/cly_*'),
  },
  {
    id: 'ahoy',
    file: 'ahoy.js/dist/ahoy.min.js',
    load: `await loadScript(sdk)
      ahoy.configure({ visitsUrl: collector + '/ahoy/visits', eventsUrl: collector + '/ahoy/events' })
      ahoy.start()
      ahoy.trackView()`,
    stop: 'ahoy.reset()',
    storage: kept('cookie ahoy_*'),
  },
  {
    id: 'plausible',
    file: '@plausible-analytics/tracker/plausible.js',
    load: `window.__plausible = true
      const { init } = await import(sdk)
      init({ domain: 'shop.example.com.kz', endpoint: collector + '/api/event' })`,
    storage: [],
    // How long the page was looked at; nothing keeps it from that, neither its flag nor its hook.
    lastWords: '/api/event',
  },
]

const CORS = {
  'access-control-allow-origin': SHOP,
  'access-control-allow-credentials': 'true',
  'access-control-allow-headers': '*,content-type,content-encoding,authorization',
}
const COLLECTED = [
  '/e/',
  '/flags/',
  `/array/${POSTHOG}/config`,
  '/track/',
  '/2/httpapi',
  '/collect',
  '/i',
  '/o/sdk',
  '/ahoy/visits',
  '/ahoy/events',
  '/api/event',
]

/** Puts on the site: a page for each kit, its file, and a third party that takes everything. */
export function openSdks(site: Site): void {
  site.directory(`${SHOP}/kelisim/`, BUILT)
  const answer = {
    body: '{"status":1,"code":200}',
    headers: { ...CORS, 'content-type': 'application/json' },
  }
  for (const path of COLLECTED) site.route(TRACKER + path, answer)
  for (const sdk of SDKS) {
    const [, name = ''] = /([^/]+)$/.exec(sdk.file) ?? []
    const folder = fileURLToPath(
      new URL(`../../../node_modules/${sdk.file.slice(0, -name.length)}`, import.meta.url),
    )
    site.directory(`${TRACKER}/${sdk.id}/`, folder, CORS)
    site.route(`${SHOP}/${sdk.id}`, sdkPage(sdk, `${TRACKER}/${sdk.id}/${name}`))
  }
}

function sdkPage({ id, load, stop, storage }: Sdk, address: string): string {
  const service = `{ id: '${id}', category: 'analytics',
    storage: ${JSON.stringify(storage)},
    load: async ({ loadScript }) => { ${load} },
    ${stop ? `stop: async () => { ${stop} }` : ''} }`
  return shopPage({
    head: `<script>
      const sdk = '${address}', collector = '${TRACKER}'
      window.kelisim = [{ services: [${service}] }]
    </script><script src="/kelisim/kelisim.js"></script>`,
    body: `<p><a href="/${id}?again">Again</a></p>`,
  })
}
