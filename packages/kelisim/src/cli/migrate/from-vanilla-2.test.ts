import { expect, test } from 'vitest'
import { problemsOf } from '../../dev/problems-of.ts'
import { lostIn, moved } from './moved.fixture.ts'

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
  expect(problemsOf(migration.options)).toEqual([])
  expect(lostIn(migration)).toEqual(['onAccept code', 'force_consent wall'])
})
