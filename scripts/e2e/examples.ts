/** An example, and how a page of it looks before and after everything is accepted. */
export interface Example {
  readonly name: string
  readonly path: string
  /** Reads in the page what has run. */
  readonly read: () => string
  readonly before: string
  readonly after: string
}

const LESSON = 'https://third-party.example/lesson.html?lang=ru'

/** The examples that are asked in the same way. */
export const EXAMPLES: readonly Example[] = [
  {
    name: 'plain-html',
    path: '/',
    read: () =>
      [
        Reflect.get(window, 'posthog')?.__loaded && 'posthog',
        Reflect.get(window, 'visitCounter') && 'counter',
        Reflect.get(window, 'adPixel') && 'pixel',
        document.querySelector('iframe')?.src && 'video',
      ]
        .filter(Boolean)
        .join(),
    before: '',
    after: 'posthog,counter,pixel,video',
  },
  {
    name: 'strict-csp',
    path: '/',
    read: () =>
      [...document.querySelectorAll('#ran li')]
        .map((item) => item.textContent)
        .sort()
        .join(),
    before: '',
    after: 'counter,inline,pixel',
  },
  {
    name: 'vite-module',
    path: '/',
    read: () =>
      [...document.querySelectorAll('#visits, #chat')].map((place) => place.textContent).join(),
    before: 'не запущен,не запущен',
    after: 'считает,открыт',
  },
  {
    name: 'react',
    path: '/',
    read: () => `${document.title} ${document.querySelector('iframe')?.src}`,
    before: 'React ',
    after: `React: считаем посещения ${LESSON}`,
  },
  {
    name: 'vue',
    path: '/',
    read: () => `${document.title} ${document.querySelector('iframe')?.src}`,
    before: 'Vue ',
    after: `Vue: считаем посещения ${LESSON}`,
  },
  {
    name: 'spa-late-content',
    path: '/article.html',
    read: () => String(Boolean(Reflect.get(window, 'visitCounter'))),
    before: 'false',
    after: 'true',
  },
  {
    name: 'trackers',
    path: '/',
    read: () =>
      ['mc.yandex', 'googletagmanager', 'facebook', 'top-fwz1', 'analytics.tiktok', 'clarity']
        .filter((name) => document.querySelector(`#log [data-host*="${name}"]`))
        .join(),
    before: '',
    after: 'mc.yandex,googletagmanager,facebook,top-fwz1,analytics.tiktok,clarity',
  },
  {
    name: 'tag-manager',
    path: '/',
    read: () =>
      [...document.querySelectorAll<HTMLElement>('#layer li')]
        .map(({ dataset }) => dataset['kind'])
        .join(),
    before: '',
    after: 'consent default,kelisim_consent,gtm.js',
  },
  {
    name: 'i18next-host',
    path: '/',
    read: () => String(document.documentElement.dataset['visit']),
    before: 'undefined',
    after: 'counted',
  },
]
