import { follow, isCommand, isGranted, takeConsent } from './google.js'
import { note } from './vendor.js'

// A container of Google Tag Manager with three tags: one of Google's, which fires on every page whatever is
// granted and heeds consent itself; one that needs `analytics_storage`; and one that an owner fires by the
// event `kelisim_consent` where marketing is allowed.

const model = {}
const fired = new Set()
const tags = [
  { name: 'ga4', event: 'gtm.js', url: 'https://www.googletagmanager.com/gtag/destination' },
  { name: 'heatmap', needs: 'analytics_storage', url: 'https://heatmap.example/map.js' },
  {
    name: 'shop-pixel',
    event: 'kelisim_consent',
    when: () => model.kelisim?.categories?.marketing,
    url: 'https://pixel.example/pixel.js',
  },
]

const merge = (target, source) => {
  for (const [key, value] of Object.entries(source)) {
    if (value && typeof value === 'object' && !Array.isArray(value))
      merge((target[key] ??= {}), value)
    else target[key] = value
  }
}

const fire = (event) => {
  for (const { name, needs, event: on = event, when = () => true, url } of tags) {
    if (fired.has(name) || on !== event || (needs && !isGranted(needs)) || !when()) continue
    fired.add(name)
    document.head.append(Object.assign(document.createElement('script'), { src: url }))
  }
}

follow((entry) => {
  note('dataLayer', entry)
  if (isCommand(entry)) {
    if (entry[0] === 'consent') takeConsent(entry)
    return
  }
  merge(model, entry)
  if (entry.event) fire(entry.event)
})
