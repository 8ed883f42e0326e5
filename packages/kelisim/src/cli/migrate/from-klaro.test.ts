import { expect, test } from 'vitest'
import { problemsOf } from '../../dev/problems-of.ts'
import { lostIn, moved } from './moved.fixture.ts'

const KLARO = `
var klaroConfig = {
  version: 1,
  elementID: 'klaro',
  styling: { theme: ['light', 'top', 'wide'] },
  storageMethod: 'cookie',
  cookieName: 'klaro',
  cookieExpiresAfterDays: 365,
  privacyPolicy: '/privacy.html',
  default: false,
  mustConsent: false,
  acceptAll: true,
  hideDeclineAll: true,
  lang: 'ru',
  translations: {
    zz: { privacyPolicyUrl: '/privacy' },
    ru: {
      consentModal: { title: 'Сервисы, которые мы хотели бы использовать' },
      purposes: { analytics: { title: 'Аналитика' }, experiments: { title: 'Опыты' } },
    },
  },
  services: [
    {
      name: 'googleAnalytics', title: 'Google Analytics', purposes: ['analytics'],
      cookies: [[/^_ga.*$/, '/', 'example.com'], '_gid'],
      callback: function (consent, service) {}, required: false, optOut: false, onlyOnce: true,
    },
    { name: 'ab-test', default: true, purposes: ['experiments', 'analytics'] },
    { name: 'shop', required: true, purposes: ['security'] },
  ],
}`

test('moves a configuration of klaro', () => {
  const migration = moved(KLARO)
  expect(migration.product).toBe('klaro')
  expect(migration.options).toEqual({
    policy: { url: '/privacy.html' },
    language: 'ru',
    cookie: { expiresAfterDays: 365 },
    texts: { ru: { 'preferences.title': 'Сервисы, которые мы хотели бы использовать' } },
    categories: ['analytics', { id: 'experiments', label: { ru: 'Опыты' } }],
    services: [
      {
        id: 'ga4',
        category: 'analytics',
        name: 'Google Analytics',
        storage: [
          { kind: 'cookie', name: '_ga*' },
          { kind: 'cookie', name: '_gid' },
        ],
      },
      { id: 'ab-test', category: 'experiments' },
      { id: 'shop', category: 'necessary' },
    ],
    migrateFrom: { product: 'klaro', names: { googleAnalytics: 'ga4' } },
  })
  expect(problemsOf(migration.options)).toEqual([])
  expect(lostIn(migration)).toEqual([
    'services[0] preset',
    'services[0].callback code',
    'services[1].purposes purposes',
    'services[1].default optOut',
    'styling look',
    'hideDeclineAll unequal',
  ])
})
