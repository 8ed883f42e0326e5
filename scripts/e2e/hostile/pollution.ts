/** What a polluted page did until it was cleaned. */
export interface Outcome {
  readonly asked: string
  readonly buttons: readonly string[]
  /** What had run before the answer. */
  readonly before: string
  readonly after: string
  readonly categories: string
  readonly reopen: string
}

/** Options, attributes and cookie attributes as no owner set them. Runs in the page, too. */
export function evilOptions(): Readonly<Record<string, unknown>> {
  const evil = 'https://evil.example/x.js'
  return {
    action: 'accept-all',
    after: 'never',
    allowed: true,
    asked: {},
    autoShow: false,
    categories: ['evil'],
    category: 'necessary',
    cookie: { scope: 'site', expiresAfterDays: 1 },
    country: 'XX',
    defaultLanguage: 'en',
    description: 'evil',
    domain: 'evil.example',
    expires: 1,
    framed: 'allow',
    kelisimSrc: evil,
    label: 'evil',
    language: 'en',
    languages: ['en'],
    load: () => ran.push('load'),
    nonce: 'evil',
    onload: () => ran.push('onload'),
    operator: { name: 'Evil', country: 'XX' },
    path: '/evil',
    policy: { url: evil, version: 'evil' },
    preview: true,
    reload: 'auto',
    reopen: false,
    revision: 7,
    scope: 'site',
    service: 'evil',
    services: [{ id: 'evil', category: 'necessary', load: () => ran.push('service') }],
    src: evil,
    stop: () => ran.push('stop'),
    texts: { ru: { 'notice.title': 'Evil' } },
    type: 'module',
  }
}

/** Adds values to `Object.prototype`, as a hole of that kind lets strangers do. Runs in the page. */
export function pollute(values: Readonly<Record<string, unknown>>): void {
  const { prototype } = Object
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      value,
      writable: true,
    })
  }
}

/** Waits for the question, answers it, notes what comes of that, and cleans. Runs in the page. */
export async function answerAndClean(names: readonly string[]): Promise<void> {
  const until = async (claim: () => unknown) => {
    for (let turn = 0; turn < 100 && !claim(); turn += 1) {
      await new Promise((done) => setTimeout(done, 20))
    }
  }
  const root = () => document.querySelector('kelisim-view')?.shadowRoot
  const reopen = () => document.querySelector('kelisim-reopen')?.shadowRoot?.querySelector('button')
  await until(() => root()?.querySelector('footer button'))
  const asked = root()?.querySelector('h2')?.textContent ?? ''
  const buttons = [...(root()?.querySelectorAll('footer button') ?? [])]
  const before = ran.join()
  // Code of the page may grant; what must not is the pollution.
  await kelisim.acceptAll().catch((error: unknown) => console.error(error))
  await until(() => ran.length > 2 && reopen())
  const outcome = {
    asked,
    buttons: buttons.map(({ textContent }) => textContent),
    before,
    after: ran.sort().join(),
    categories: Object.keys(kelisim.$decision.get()?.categories ?? {}).join(),
    reopen: reopen()?.getAttribute('aria-label'),
  }
  for (const name of names) Reflect.deleteProperty(Object.prototype, name)
  Object.assign(globalThis, { outcome })
}
