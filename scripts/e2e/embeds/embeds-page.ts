import { BUILT } from '../pages/shop.ts'
import { button, type Language, say } from '../pages/words.ts'
import type { Site } from '../server.ts'
import type { Stage } from '../stage.ts'
import type { Tab } from '../tab.ts'

/** The site that embeds, and whom it embeds. */
export const SCHOOL = 'https://school.example.kz'
export const VIDEO = 'https://www.video.example/embed/1'
export const MAP = 'https://map.example/widget?x=1'

/** The two buttons of a placeholder. */
export const ONCE = button('embed.once')
export const ALWAYS = button('embed.always')

/** A placeholder by the end of its name: the frame's title, if it has one, and the service's or category's name. */
export const placeholder = (name: string) =>
  ({ role: 'group', name: new RegExp(`${name}, ${say('ru', 'embed.title')}$`) }) as const

const OPTIONS = {
  operator: { name: 'ТОО «Пример»', bin: '123456789013', email: 'a@example.kz', country: 'KZ' },
  policy: { url: '/privacy' },
  services: [
    {
      id: 'video',
      category: 'functional',
      name: 'Video',
      vendor: 'Video Inc.',
      country: 'US',
      hosts: ['video.example'],
      match: ['video.example/embed'],
      storage: [{ kind: 'cookie', name: 'VISITOR', party: 3 }],
    },
    { id: 'ads', category: 'marketing', name: 'Ads', hosts: ['ads.example'] },
  ],
} as const

// Notes what is thrown, what Kelisim says, and every shift of the layout.
const WITNESS = `<script>
  var faults = [], heard = [], shifts = 0
  addEventListener('error', (event) => faults.push(event.message))
  addEventListener('unhandledrejection', (event) => faults.push(String(event.reason)))
  addEventListener('securitypolicyviolation', (event) => faults.push(event.effectiveDirective))
  addEventListener('kelisim:error', ({ detail }) => heard.push(detail.code))
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (shifts += value)))
      .observe({ type: 'layout-shift', buffered: true })
  }
</script>`

/** A held frame with a service of its own. */
export const HELD_VIDEO = `<iframe id="video" data-category="functional" data-service="video" title="Lesson"
  width="560" height="315" data-kelisim-src="${VIDEO}"></iframe>`

/** A held frame whose service nobody declared. */
export const HELD_MAP = `<iframe id="map" data-category="functional" width="560" height="315"
  data-kelisim-src="${MAP}"></iframe>`

/** Writes a page with embeds. */
export function schoolPage(body = HELD_VIDEO, lang: Language = 'ru', head = ''): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>School</title>${WITNESS}${head}
<script type="application/json" data-kelisim-config>${JSON.stringify(OPTIONS)}</script>
<script src="/kelisim/kelisim.js" data-reopen="false"></script>
</head><body><main><h1>School</h1>${body}<p id="after">After</p></main></body></html>`
}

/** Puts the school, the built files and the vendors on the site. */
export function openSchool(site: Site): void {
  site.directory(`${SCHOOL}/kelisim/`, BUILT)
  site.route(VIDEO, '<!doctype html><title>Video</title><button>Play</button>')
  site.route(MAP.replace(/\?.*/, ''), '<!doctype html><title>Map</title>')
  const picture =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path fill="#284" d="M0 0h16v9H0z"/></svg>'
  site.route(`${SCHOOL}/poster.svg`, picture)
}

/** Opens the site with this page for someone new. */
export async function visitSchool(
  stage: Stage,
  page: string = schoolPage(),
  size: readonly [number, number] = [1000, 900],
): Promise<Tab> {
  stage.site.route(`${SCHOOL}/`, page)
  const tab = await stage.newTab()
  await tab.setViewport(...size)
  await tab.goto(`${SCHOOL}/`)
  return tab
}
