import { type Consent, createConsent } from 'kelisim'

/** One for the whole application; nothing happens before `start()`. */
export const consent: Consent = createConsent({
  policy: { version: '2026-11-01', url: '/privacy' },
  categories: ['functional', 'analytics'],
})
