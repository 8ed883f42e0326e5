import { type Consent, createConsent, type Service } from 'kelisim'
import { stopVisits } from './stop-visits.ts'

declare global {
  interface Window {
    chat?: { open(): void; close(): void }
  }
}

/** A tool of our own: its code is a chunk that is fetched after consent. */
const visits: Service = {
  id: 'visits',
  category: 'analytics',
  name: 'Счётчик страниц',
  country: 'KZ',
  purpose: { ru: 'Считает просмотры', kk: 'Қарауларды санайды', en: 'Counts page views' },
  load: async ({ signal }) => {
    const { startVisits } = await import('./start-visits.ts')
    if (!signal.aborted) startVisits()
  },
  stop: stopVisits,
}

/** A vendor's script; `loadScript` tries twice and tells when it ran. */
const chat: Service = {
  id: 'chat',
  category: 'functional',
  name: 'Чат',
  vendor: 'Chat Example',
  country: 'KZ',
  load: async ({ loadScript, allowed }) => {
    await loadScript('/chat.js')
    if (allowed()) window.chat?.open()
  },
  stop: () => window.chat?.close(),
}

export const consent: Consent = createConsent({
  operator: {
    name: 'ТОО «Пример»',
    bin: '123456789013',
    email: 'privacy@example.kz',
    country: 'KZ',
  },
  policy: { version: '2026-11-01', url: '/privacy' },
  categories: ['functional', 'analytics'],
  services: [visits, chat],
})
