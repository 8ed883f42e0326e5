import fc from 'fast-check'
import { expect, test } from 'vitest'
import { problemsOf } from '../../dev/problems-of.ts'
import { captureConfig } from './capture-config.ts'
import { snippetOf } from './command.ts'
import { globsOf } from './cookie-patterns.ts'
import { decode, encode } from './encoded-config.ts'
import { migrate, productOf, products } from './migrate.ts'
import type { Migration, Tree } from './migration.ts'

/** Runs a file as the command does, and turns what it gives to the banner into ours. */
function moved(source: string): Migration {
  const config = decode(encode(captureConfig(source))) as Tree
  const product = productOf(config)
  if (!product) throw new Error(`Nobody knows ${encode(config)}`)
  return migrate(product, config)
}

const lostIn = ({ lost }: Migration) => lost.map(({ path, reason }) => `${path} ${reason}`)

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

const VANILLA_2 = `
window.addEventListener('load', function () {
  var cc = initCookieConsent()
  cc.run({
    current_lang: 'en',
    autoclear_cookies: true,
    cookie_name: 'cc_cookie',
    cookie_expiration: 365,
    page_scripts: true,
    force_consent: true,
    onAccept: function (cookie) {},
    languages: {
      en: {
        consent_modal: {
          title: 'Hello traveller, it is cookie time!',
          description: 'Our website uses tracking cookies.',
          primary_btn: { text: 'Accept', role: 'accept_all' },
          secondary_btn: { text: 'Settings', role: 'settings' },
        },
        settings_modal: {
          title: 'Cookie settings', save_settings_btn: 'Save current selection',
          accept_all_btn: 'Accept all', reject_all_btn: 'Reject all', close_btn_label: 'Close',
          blocks: [
            { title: 'Cookie usage', description: 'Your cookie usage disclaimer' },
            { title: 'Strictly necessary', toggle: { value: 'necessary', enabled: true, readonly: true } },
            {
              title: 'Analytics & Performance', description: 'Anonymous data.',
              toggle: { value: 'analytics', enabled: false, readonly: false },
              cookie_table: [{ col1: '^_ga', col2: 'yourdomain.com', is_regex: true }, { col1: '_gid' }],
            },
          ],
        },
      },
    },
  })
})`

test('moves a configuration of vanilla-cookieconsent 2', () => {
  const migration = moved(VANILLA_2)
  expect(migration.product).toBe('vanilla-cookieconsent-2')
  expect(migration.options).toMatchObject({
    defaultLanguage: 'en',
    cookie: { expiresAfterDays: 365 },
    texts: { en: { 'notice.accept': 'Accept', 'notice.customise': 'Settings' } },
    categories: [
      {
        id: 'analytics',
        label: { en: 'Analytics & Performance' },
        description: { en: 'Anonymous data.' },
      },
    ],
    services: [
      {
        id: 'analytics-storage',
        category: 'analytics',
        storage: [{ name: '_ga*' }, { name: '_gid' }],
      },
    ],
    migrateFrom: { product: 'vanilla-cookieconsent', names: { analytics: 'analytics' } },
  })
  expect(lostIn(migration)).toEqual(['onAccept code', 'force_consent wall'])
})

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
  expect(lostIn(migration)).toEqual([
    'services[0] preset',
    'services[0].callback code',
    'services[1].purposes purposes',
    'services[1].default optOut',
    'styling look',
    'hideDeclineAll unequal',
  ])
})

const TARTEAUCITRON = `<!doctype html><script src="/tarteaucitron/tarteaucitron.js"></script>
<script>
tarteaucitron.init({
  "privacyUrl": "/privacy", "hashtag": "#tarteaucitron", "cookieName": "tarteaucitron",
  "orientation": "middle", "showIcon": false, "highPrivacy": false, "DenyAllCta": true,
  "serviceDefaultState": "wait", "newThing": 1
});
</script><script>
tarteaucitron.user.gtagUa = 'G-AB12CD34EF';
(tarteaucitron.job = tarteaucitron.job || []).push('gtag');
tarteaucitron.user.yandexmetrica = 12345678;
(tarteaucitron.job = tarteaucitron.job || []).push('metrica');
(tarteaucitron.job = tarteaucitron.job || []).push('youtube');
tarteaucitron.user.analyticsUa = 'UA-1';
(tarteaucitron.job = tarteaucitron.job || []).push('analytics');
(tarteaucitron.job = tarteaucitron.job || []).push('facebookpixel');
</script>`

const inlineScripts = (html: string): string =>
  [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
    .map(([, code]) => code)
    .join(';')

test('moves a configuration of tarteaucitron', () => {
  const migration = moved(inlineScripts(TARTEAUCITRON))
  expect(migration).toMatchObject({
    product: 'tarteaucitron',
    presets: { ga4: 'G-AB12CD34EF', 'yandex-metrika': '12345678', youtube: '' },
    options: {
      policy: { url: '/privacy' },
      reopen: false,
      categories: ['analytics', 'functional', 'marketing'],
      services: [{ id: 'analytics', category: 'marketing' }],
      migrateFrom: {
        product: 'tarteaucitron',
        names: { gtag: 'ga4', metrica: 'yandex-metrika', facebookpixel: 'meta-pixel' },
      },
    },
  })
  expect(lostIn(migration)).toEqual([
    'job[3] category',
    'job[4] preset',
    'orientation look',
    'highPrivacy optOut',
    'newThing unknown',
  ])
})

test('writes a snippet that nothing in a text can end', () => {
  const migration: Migration = {
    product: 'klaro',
    presets: { ga4: '"><script>', youtube: '' },
    lost: [],
    options: { operator: { name: '</script><script>alert(1)</script>' } },
  }
  const snippet = snippetOf(migration)
  expect(snippet.match(/<\/script>/g)).toHaveLength(2)
  expect(snippet).toContain('data-ga4="&quot;>&lt;script>" data-youtube>')
  const [, json = ''] = /data-kelisim-config>([\s\S]*)<\/script>$/.exec(snippet) ?? []
  expect(JSON.parse(json)).toEqual(migration.options)
})

test.each([VANILLA_3, VANILLA_2, KLARO, inlineScripts(TARTEAUCITRON)])(
  'makes options that can work: %#',
  (source) => {
    expect(problemsOf(moved(source).options)).toEqual([])
  },
)

test.each([
  ['^_ga', ['_ga*']],
  ['^_ga$', ['_ga']],
  ['_ga', ['*_ga*']],
  ['^_ga.*$', ['_ga*']],
  ['^_pk_id\\.', ['_pk_id.*']],
  ['^(_ga|_gid)', ['_ga*', '_gid*']],
  ['^_ga\\d+$', undefined],
  ['.*', undefined],
  ['', undefined],
])('says the expression %s as %j', (source, globs) => {
  expect(globsOf(source)).toEqual(globs)
})

test.each([
  ['export default { services: [] }', { services: [] }],
  ['module.exports = undefined', undefined],
  ['export const config = { services: [{ name: "x" }] }', { services: [{ name: 'x' }] }],
  ['import { setup } from "klaro"\nsetup({ services: [1] })', { services: [1] }],
  [
    'document.addEventListener("DOMContentLoaded", () => klaro.setup({ apps: [1] }))',
    { apps: [1] },
  ],
  ['const klaroConfig = { services: [1] }', { services: [1] }],
])('finds the configuration in %s', (source, config) => {
  expect(captureConfig(source)).toEqual(config)
})

test('gives a configuration no file, no process and no time without end', () => {
  expect(() => captureConfig('require("fs")')).toThrow('require is not defined')
  expect(() => captureConfig('process.exit()')).toThrow('process is not defined')
  expect(() => captureConfig('for (;;) {}')).toThrow('timed out')
})

test('turns any tree into a migration without throwing', () => {
  const keys = [
    'categories',
    'services',
    'language',
    'languages',
    'translations',
    'job',
    'cookies',
    'name',
  ]
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.jsonValue({ maxDepth: 2 }),
      fc.dictionary(fc.constantFrom(...keys), tie('tree'), { maxKeys: 5 }),
      fc.array(tie('tree'), { maxLength: 3 }),
    ),
  }))
  const property = fc.property(
    fc.dictionary(fc.constantFrom(...keys), tree),
    fc.constantFrom(...products),
    (config, product) => {
      expect(migrate(product, config).lost).toBeInstanceOf(Array)
    },
  )
  fc.assert(property, { numRuns: 500 })
})
