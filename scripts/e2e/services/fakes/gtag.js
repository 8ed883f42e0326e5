import { follow, isCommand, isGranted, takeConsent, whenHeard } from './google.js'
import { keep, newId, note, read, send } from './vendor.js'

// Google Analytics 4 and Google Ads. Storage that is denied means pings without cookies, and `gcs` tells
// which is granted: "G1", ads, analytics. `ga-disable-<id>` is looked at before each hit
// (developers.google.com/analytics: devguides/collection/ga4/disable-analytics).

const ids = []

const hit = (id, event) => {
  if (window[`ga-disable-${id}`]) return
  const [ads, analytics] = ['ad_storage', 'analytics_storage'].map(isGranted)
  const gcs = `G1${Number(ads)}${Number(analytics)}`
  if (id.startsWith('AW-')) {
    if (ads) keep('_gcl_au', read('_gcl_au') ?? newId(), 90)
    send('https://googleads.g.doubleclick.net/pagead/viewthroughconversion', { id, gcs, en: event })
    return
  }
  const cid = analytics ? (read('_ga') ?? newId()) : undefined
  if (cid) {
    keep('_ga', cid, 730)
    keep(`_ga_${id.slice(2)}`, Date.now(), 730)
  }
  send('https://www.google-analytics.com/g/collect', {
    tid: id,
    gcs,
    en: event,
    ...(cid && { cid }),
  })
}

follow((entry) => {
  note('dataLayer', entry)
  if (!isCommand(entry)) return
  const [command, name, settings] = entry
  if (command === 'consent') takeConsent(entry)
  if (command === 'config') {
    ids.push(name)
    if (settings?.send_page_view !== false) whenHeard(() => hit(name, 'page_view'))
  }
  if (command === 'event') ids.forEach((id) => whenHeard(() => hit(id, name)))
})
