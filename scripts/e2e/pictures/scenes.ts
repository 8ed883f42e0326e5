import { BUILT } from '../pages/shop.ts'
import { button, dialog, notice, reloadOffer, say, toggle, type Language } from '../pages/words.ts'
import { unfoldAll } from '../pages/unfold.ts'
import type { Site } from '../server.ts'
import type { Tab } from '../tab.ts'

const HOST = 'https://pictures.example'

/** What a page of a scene has. */
interface ScenePage {
  /** Options besides those of the site. */
  readonly options?: object
  readonly body?: string
}

/** A state of what visitors see: its page, and how to get there. */
export interface Scene extends ScenePage {
  reach(tab: Tab, language: Language): Promise<unknown>
}

const OPTIONS = {
  operator: { name: 'ТОО «Пример»', bin: '123456789013', email: 'a@example.kz', country: 'KZ' },
  policy: { url: '/privacy', version: '2026-11-01' },
  services: [
    {
      id: 'counter',
      category: 'analytics',
      name: { kk: 'Санауыш', ru: 'Счётчик', en: 'Counter' },
      vendor: 'Counter LLP',
      country: 'RU',
      purpose: {
        kk: 'Кіру статистикасы',
        ru: 'Статистика посещений',
        en: 'Statistics of visits',
      },
      privacyUrl: 'https://counter.example/privacy',
      storage: [
        { kind: 'cookie', name: '_uid', lifetime: 'P1Y' },
        { kind: 'cookie', name: '_isad', lifetime: 'P2D' },
      ],
    },
    { id: 'video', category: 'functional', name: 'Video', vendor: 'Video Inc.', country: 'US' },
    { id: 'ads', category: 'marketing', name: 'Ads', vendor: 'Ads Inc.', country: 'US' },
  ],
}

const open = async (tab: Tab, language: Language) => {
  // It stays behind the dialog.
  await tab.see(notice(language))
  await tab.evaluate(() => kelisim.showPreferences())
  await tab.see(dialog(language))
}
const reject = async (tab: Tab, language: Language) => {
  await tab.click(button('notice.reject', language))
  await tab.seeNo(notice(language))
}

/** The states of which there are pictures, by the first word of their names. */
export const SCENES = {
  notice: { reach: (tab, language) => tab.see(notice(language)) },
  bar: {
    options: { layout: 'bar' },
    reach: (tab, language) => tab.see(notice(language)),
  },
  inline: {
    options: { layout: 'inline' },
    body: '<div data-kelisim="notice"></div>',
    reach: (tab, language) => tab.see(notice(language)),
  },
  preferences: {
    reach: async (tab, language) => {
      await open(tab, language)
      await tab.click(toggle('analytics', language))
      await tab.evaluate(() => {
        document.querySelector('kelisim-view')?.shadowRoot?.querySelector('dialog')?.scrollTo(0, 0)
      })
    },
  },
  details: {
    reach: async (tab, language) => {
      await open(tab, language)
      await unfoldAll(tab)
      await tab.see('[part=request] select')
      await tab.waitFor(() => {
        const root = document.querySelector('kelisim-view')?.shadowRoot
        // One for each service besides ours.
        return root?.querySelectorAll('.facts').length === 3
      })
      await tab.evaluate(() => {
        const root = document.querySelector('kelisim-view')?.shadowRoot
        root?.querySelectorAll('[part=category]')[2]?.scrollIntoView({ block: 'center' })
      })
    },
  },
  placeholder: {
    body: `<iframe data-category="functional" data-service="video" title="Video"
      style="border: 0; width: 100%; height: 320px" data-kelisim-src="https://video.example/"></iframe>`,
    reach: async (tab, language) => {
      await reject(tab, language)
      await tab.see(button('embed.always', language))
    },
  },
  declaration: {
    body: '<kelisim-declaration></kelisim-declaration>',
    reach: async (tab, language) => {
      await reject(tab, language)
      await tab.see('table')
    },
  },
  upcoming: {
    options: {
      policy: {
        ...OPTIONS.policy,
        upcoming: {
          version: '2099-01-01',
          url: '/privacy/2099',
          effectiveFrom: '2099-01-01T00:00:00+05:00',
          summary: { kk: 'Карта қосылады.', ru: 'Появится карта.', en: 'A map will be added.' },
        },
      },
    },
    reach: async (tab, language) => {
      await reject(tab, language)
      await tab.reload()
      await tab.see({ role: 'region', name: say(language, 'upcoming.title') })
    },
  },
  reload: {
    body: '<script type="text/plain" data-category="analytics">window.count = 1</script>',
    reach: async (tab, language) => {
      await tab.click(button('notice.accept', language))
      await tab.waitFor(() => 'count' in window)
      await tab.evaluate(() => kelisim.withdraw())
      await tab.see(reloadOffer(language))
    },
  },
} as const satisfies Record<string, Scene>

// The font is one that the tests install on a bare machine, so that letters have the same shape everywhere.
const LOOK = `<style>
  :root { color-scheme: light dark; --kelisim-font: 'Noto Sans' }
  body { margin: 0; background: #e9ecf3; color: #5b6070; font: 16px/1.5 'Noto Sans' }
  main { max-width: 860px; margin: auto; padding: 16px }
  a { color: #0645ad }
  caption { text-align: start; font-weight: bold }
  th, td { padding: 4px 8px; border: 1px solid #8884; text-align: start; vertical-align: top }
  table { border-collapse: collapse }
  @media (prefers-color-scheme: dark) {
    body { background: #0f1014; color: #b6bac4 }
    a { color: #8ab4f8 }
  }
</style>`

/** Puts the built files on the host of the pictures. */
export function openPictures(site: Site): void {
  site.directory(`${HOST}/kelisim/`, BUILT)
}

/** Puts the page of a scene on the site. @returns Its address. */
export function servePage(site: Site, { options, body = '' }: ScenePage, lang: Language): string {
  const config = JSON.stringify({ ...OPTIONS, ...options })
  site.route(
    `${HOST}/`,
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Page</title>
<meta name="viewport" content="width=device-width">${LOOK}
<script type="application/json" data-kelisim-config>${config}</script>
<script src="/kelisim/kelisim.js"></script></head>
<body><main><h1>Page</h1>${body}</main></body></html>`,
  )
  return `${HOST}/`
}
