import { expect, test } from 'vitest'
import { problemsOf } from '../../dev/problems-of.ts'
import { lostIn, moved } from './moved.fixture.ts'

const VANILLA_3 = `
import 'vanilla-cookieconsent/dist/cookieconsent.css'
import * as CookieConsent from 'vanilla-cookieconsent'

CookieConsent.run({
  root: 'body',
  revision: 2,
  cookie: { name: 'shop_consent', domain: location.hostname, expiresAfterDays: 182 },
  disablePageInteraction: true,
  onConsent: ({ cookie }) => console.log(cookie),
  guiOptions: { consentModal: { layout: 'cloud inline' } },
  categories: {
    necessary: { enabled: true, readOnly: true },
    analytics: {
      enabled: true,
      autoClear: { cookies: [{ name: /^_ga/ }, { name: '_gid' }, { name: /(a|b)+/ }] },
      services: {
        ga: { label: 'Google Analytics', onAccept: () => {}, onReject: () => {} },
        another: { label: 'Another <b>one</b>', cookies: [{ name: /^(test1|test2)$/ }] },
      },
    },
    ads: {},
  },
  language: {
    default: 'ru',
    autoDetect: 'browser',
    translations: {
      ru: {
        consentModal: {
          title: 'Мы используем cookie', description: 'Подробнее в <a href="/p">политике</a>.',
          acceptAllBtn: 'Принять все', acceptNecessaryBtn: 'Отклонить',
          showPreferencesBtn: 'Настроить',
        },
        preferencesModal: {
          title: 'Настройки',
          sections: [
            { title: 'Зачем' },
            { title: 'Аналитика', description: 'Считаем посещения.', linkedCategory: 'analytics' },
            { title: 'Реклама', linkedCategory: 'ads' },
          ],
        },
      },
      de: {},
      en: '/en.json',
    },
  },
})`

test('moves a configuration of vanilla-cookieconsent 3', () => {
  const migration = moved(VANILLA_3)
  expect(migration.product).toBe('vanilla-cookieconsent')
  expect(migration.options).toEqual({
    languages: ['ru'],
    defaultLanguage: 'ru',
    revision: 2,
    cookie: { scope: 'site', expiresAfterDays: 182 },
    texts: {
      ru: {
        'notice.title': 'Мы используем cookie',
        'notice.accept': 'Принять все',
        'notice.reject': 'Отклонить',
        'notice.customise': 'Настроить',
        'preferences.title': 'Настройки',
      },
    },
    categories: [
      {
        id: 'analytics',
        label: { ru: 'Аналитика' },
        description: { ru: 'Считаем посещения.' },
      },
      { id: 'ads', label: { ru: 'Реклама' } },
    ],
    services: [
      { id: 'ga', category: 'analytics', name: 'Google Analytics' },
      {
        id: 'another',
        category: 'analytics',
        storage: [
          { kind: 'cookie', name: 'test1' },
          { kind: 'cookie', name: 'test2' },
        ],
      },
      {
        id: 'analytics-storage',
        category: 'analytics',
        storage: [
          { kind: 'cookie', name: '_ga*' },
          { kind: 'cookie', name: '_gid' },
        ],
      },
    ],
    migrateFrom: {
      product: 'vanilla-cookieconsent',
      cookieName: 'shop_consent',
      names: { analytics: 'analytics', ads: 'ads' },
    },
  })
  expect(problemsOf(migration.options)).toEqual([])
  expect(lostIn(migration)).toEqual([
    'categories.analytics.enabled optOut',
    'categories.analytics.services.ga.onAccept code',
    'categories.analytics.services.ga.onReject code',
    'categories.analytics.services.another.label markup',
    'categories.analytics.autoClear[2].name pattern',
    'language.translations.ru.consentModal.description markup',
    'language.translations.de language',
    'language.translations.en text',
    'onConsent code',
    'guiOptions look',
    'root look',
    'disablePageInteraction wall',
  ])
})
