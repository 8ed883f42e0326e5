import { fileURLToPath } from 'node:url'
import type { Site } from '../server.ts'
import { SHOP, TRACKER } from './shop.ts'

const folderOf = (module: string): string =>
  fileURLToPath(new URL('.', import.meta.resolve(module)))

/** A banner by somebody else, from its npm package, set up as its documentation says. */
export interface Rival {
  readonly product: 'vanilla-cookieconsent' | 'klaro' | 'tarteaucitron'
  /** Name of its cookie. */
  readonly cookie: string
  readonly head: string
  /** Selectors of its buttons. */
  readonly accept: string
  readonly refuse: string
}

/** What is held on the page of each, as each writes it: one service that counts visits. */
const COUNTER = `${TRACKER}/counter.js`

const vanilla: Rival = {
  product: 'vanilla-cookieconsent',
  cookie: 'cc_cookie',
  accept: '#cc-main [data-role="all"]',
  refuse: '#cc-main [data-role="necessary"]',
  head: `<link rel="stylesheet" href="/vanilla/cookieconsent.css">
<script src="/vanilla/cookieconsent.umd.js"></script>
<script type="text/plain" data-category="analytics" src="${COUNTER}"></script>
<script>
  addEventListener('DOMContentLoaded', () => CookieConsent.run({
    // Drivers of tests count as bots there.
    hideFromBots: false,
    categories: {
      necessary: { enabled: true, readOnly: true },
      analytics: { services: { counter: { label: 'Counter' } } },
      marketing: {},
    },
    language: { default: 'en', translations: { en: {
      consentModal: {
        title: 'We use cookies', description: 'For statistics and advertising.',
        acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all', showPreferencesBtn: 'Manage',
        footer: '<a href="/privacy">Privacy policy</a>',
      },
      preferencesModal: {
        title: 'Preferences', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all',
        savePreferencesBtn: 'Save', sections: [
          { title: 'Analytics', description: 'Visits.', linkedCategory: 'analytics' },
          { title: 'Marketing', description: 'Adverts.', linkedCategory: 'marketing' },
        ],
      },
    } } },
  }))
</script>`,
}

const klaro: Rival = {
  product: 'klaro',
  cookie: 'klaro',
  accept: '.klaro .cm-btn-success',
  refuse: '.klaro .cn-decline',
  head: `<script>
  var klaroConfig = {
    acceptAll: true, lang: 'en', privacyPolicy: '/privacy',
    translations: { en: { purposes: { analytics: 'Analytics', marketing: 'Marketing' } } },
    services: [
      { name: 'counter', title: 'Counter', purposes: ['analytics'] },
      { name: 'adverts', title: 'Adverts', purposes: ['marketing'] },
    ],
  }
</script>
<script defer src="/klaro/klaro.js"></script>
<script type="text/plain" data-type="application/javascript" data-name="counter" data-src="${COUNTER}"></script>`,
}

const tarteaucitron: Rival = {
  product: 'tarteaucitron',
  cookie: 'tarteaucitron',
  accept: '#tarteaucitronPersonalize2',
  refuse: '#tarteaucitronAllDenied2',
  head: `<script>var tarteaucitronForceLanguage = 'en'</script>
<script src="/tarteaucitron/tarteaucitron.js"></script>
<script>
  tarteaucitron.init({
    privacyUrl: '/privacy', hashtag: '#tarteaucitron', cookieName: 'tarteaucitron',
    orientation: 'bottom', showAlertSmall: false, cookieslist: false, showIcon: true,
    highPrivacy: true, AcceptAllCta: true, DenyAllCta: true, handleBrowserDNTRequest: false,
    removeCredit: true, moreInfoLink: true, useExternalCss: false, mandatory: true,
  })
  tarteaucitron.services.counter = {
    key: 'counter', type: 'analytic', name: 'Counter', uri: '', needConsent: true, cookies: [],
    js: () => tarteaucitron.addScript('${COUNTER}'),
  }
  tarteaucitron.services.adverts = {
    key: 'adverts', type: 'ads', name: 'Adverts', uri: '', needConsent: true, cookies: [], js() {},
  }
  ;(tarteaucitron.job = tarteaucitron.job || []).push('counter', 'adverts')
</script>`,
}

/** Everybody whose earlier choices can be read. */
export const rivals: readonly Rival[] = [vanilla, klaro, tarteaucitron]

/** Address of the page that has the banner of somebody else. */
export const oldPage = ({ product }: Rival): string => `${SHOP}/old/${product}`

/** Puts the pages with the banners of the others on the site, and the service that they hold. */
export function openRivals(site: Site): void {
  site.directory(`${SHOP}/vanilla/`, folderOf('vanilla-cookieconsent'))
  site.directory(`${SHOP}/klaro/`, folderOf('klaro'))
  site.directory(`${SHOP}/tarteaucitron/`, folderOf('tarteaucitronjs'))
  site.route(COUNTER, `document.cookie = '_counter=1; path=/; max-age=9999'`)
  for (const rival of rivals) {
    site.route(
      oldPage(rival),
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Old</title>
${rival.head}</head><body><h1>The shop as it was</h1></body></html>`,
    )
  }
}
