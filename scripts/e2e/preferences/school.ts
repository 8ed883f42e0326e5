import type { Stage } from '../stage.ts'
import { openWorld, page, tag } from '../hostile/page.ts'
import { notice, type Language } from '../pages/words.ts'
import type { Media, Tab } from '../tab.ts'

export const SCHOOL = 'https://prefs.example'

/** Options of a school with services, one of which records, and a category of its own. */
export const OPTIONS = {
  operator: {
    name: 'ТОО «Пример»',
    bin: '123456789013',
    address: 'г. Алматы, ул. Абая, 1',
    email: 'privacy@example.kz',
    country: 'KZ',
  },
  policy: { url: '/privacy', version: '2026-11-01' },
  categories: [
    'analytics',
    'marketing',
    {
      id: 'ai-training',
      label: { ru: 'Обучение ИИ', kk: 'ЖИ оқыту', en: 'AI training' },
      description: { ru: 'Обучение моделей', kk: 'Модельдерді оқыту', en: 'Training of models' },
    },
  ],
  services: [
    {
      id: 'counter',
      category: 'analytics',
      name: 'Counter',
      vendor: 'Counter LLP',
      country: 'RU',
      purpose: { ru: 'Статистика', kk: 'Статистика', en: 'Statistics' },
      privacyUrl: 'https://counter.example/privacy',
      storage: [
        { kind: 'cookie', name: '_counter', lifetime: 'P1Y' },
        { kind: 'cookie', name: '_counter_block', lifetime: 'PT20H' },
        { kind: 'cookie', name: '_counter_third', lifetime: '', party: 3 },
      ],
    },
    { id: 'visor', category: 'analytics', name: 'Visor', country: 'RU', recordsInput: true },
    { id: 'ads', category: 'marketing', name: 'Ads', vendor: 'Ads Inc.', countries: ['US', 'IE'] },
  ],
}

/** Serves the files and a page with these options. */
export function openSchool({ site }: Pick<Stage, 'site'>): void {
  openWorld(site)
}

/** A visitor's tab on the school's page. */
export async function visitSchool(
  stage: Pick<Stage, 'site' | 'newTab'>,
  {
    options = {},
    language = 'ru',
    media,
    head = '',
    body = '',
    src,
  }: {
    readonly options?: object
    readonly language?: Language
    readonly media?: Media
    readonly head?: string
    readonly body?: string
    readonly src?: string
  } = {},
): Promise<Tab> {
  const written = tag({ options: { ...OPTIONS, ...options }, ...(src && { src }) })
  const main = `<main><h1>Page</h1>${body}<p>Text</p></main>`
  stage.site.route(`${SCHOOL}/`, page({ lang: language, head: head + written, body: main }))
  const tab = await stage.newTab(media)
  await tab.goto(`${SCHOOL}/`)
  await tab.see(notice(language))
  return tab
}

/** Unfolds the services of a category, by keyboard: Firefox keeps what it scrolls to in motion. */
export async function unfoldServices(tab: Tab, summary: string): Promise<void> {
  await tab.waitFor(() =>
    document.querySelector('kelisim-view')?.shadowRoot?.querySelector('dialog summary'),
  )
  await tab.evaluate((wanted) => {
    const root = document.querySelector('kelisim-view')?.shadowRoot
    const all = [...(root?.querySelectorAll('summary') ?? [])]
    all.find(({ textContent }) => textContent === wanted)?.focus()
  }, summary)
  await tab.press('Enter')
}
