import { repairs } from '@kelisim/core/repairs'
import { expect, test } from 'vitest'
import { verdict } from './testing/verdict.ts'

const service = { id: 'chat', category: 'functional' }
const operator = { name: 'ТОО', bin: '123456789013', email: 'a@example.kz' }

test('takes every kind of option that the schema has', () => {
  const options = {
    operator: { name: 'ТОО «Пример»', bin: '123456789013', email: 'a@example.kz', country: 'KZ' },
    policy: { version: '2026-11-01', url: '/privacy' },
    categories: ['analytics', { id: 'ai-training', label: { ru: 'Обучение' }, description: 'AI' }],
    services: [
      {
        id: 'chat',
        category: 'ai-training',
        purpose: { ru: 'Чат' },
        load() {},
        stop: async () => {},
      },
      { id: 'map', category: 'necessary', after: ['chat'], timeoutMs: 500, load: undefined },
    ],
    texts: () => ({}),
    cookie: { scope: 'site', expiresAfterDays: 30 },
    reload: 'auto',
    ledger: { KZ: 'https://ledger.example.kz', RU: '/ledger/', default: 'http://localhost:8790' },
    country: 'RU',
    subject: () => null,
  }
  expect(verdict(options)).toBe('')
  expect(verdict({ ledger: 'https://ledger.example.kz/', subject: '42' })).toBe('')
  expect(verdict(JSON.parse('{"texts":{"ru":{"__proto__":"x","notice.title":"Файлы"}}}'))).toBe('')
  expect(verdict({})).toBe('')
})

test('takes one object in two places, and objects without a prototype or behind a proxy', () => {
  const purpose = { ru: 'Карта' }
  const services = [
    { ...service, purpose },
    { ...service, id: 'map', purpose },
  ]
  expect(verdict(Object.assign(Object.create(null), { services }))).toBe('')
  expect(verdict(new Proxy({ services }, {}))).toBe('')
})

test('lists every problem with its path and its repair', () => {
  const options = {
    operator: { bin: '12', country: 'kz' },
    categories: [7, 'Analytics!', { id: 'own', label: { ru: 5 } }],
    services: [service, { id: 'map' }, { ...service, category: 3, after: 'chat', load: '/map.js' }],
    languages: [],
    revision: 1.5,
    cookie: { expiresAfterDays: 500 },
    autoShow: 'yes',
    reload: 'now',
    texts: { ru: ['x'] },
  }
  expect(verdict(options).split('\n- ')).toEqual([
    'bad-option: 16 problems',
    'services[2].load: is not a function; write a function',
    'operator.name: is missing; add it',
    'operator.bin: "12" does not fit; write a text such as "123456789013": БИН/БСН, twelve digits (Kazakhstan)',
    'operator.country: "kz" does not fit; write a text such as "KZ": ISO 3166-1 alpha-2 code',
    'categories[0]: is a number; write a text or an object',
    'categories[1]: "Analytics!" does not fit; write a text: A name in lower case: letters, digits and hyphens, 32 at most',
    'categories[2].label.ru: is a number; write a text',
    'services[1].category: is missing; add it',
    'services[2].category: is a number; write a text',
    'services[2].after: is a text; write a list',
    'languages: is empty; write a list, or leave it out',
    'texts.ru: is a list; write an object',
    'revision: is a number; write a whole number from 0 to 1000000',
    'cookie.expiresAfterDays: is 500; write a whole number from 1 to 400',
    'autoShow: is a text; write true or false',
    'reload: is "now"; write "ask", "auto" or "never"',
  ])
})

test.each([
  [{ polcy: {} }, 'polcy: is not an option; did you mean "policy"?'],
  [{ policyUrl: '/privacy' }, 'policyUrl: is not an option; did you mean "policy.url"?'],
  [{ policy: { URL: '/' } }, 'policy.URL: is not an option; did you mean "url"?'],
  [
    { services: [{ ...service, categry: 'x' }] },
    'services[0].categry: is not an option; did you mean "category"?',
  ],
  [
    { categories: [{ id: 'x', lable: 'X' }] },
    'categories[0].lable: is not an option; did you mean "label"?',
  ],
  [
    { cookie: { domain: 'a.kz' } },
    'cookie.domain: is not an option; known here are: scope, expiresAfterDays',
  ],
  [
    JSON.parse('{"cookie":{"__proto__":1}}'),
    'cookie.__proto__: is not an option; known here are: scope, expiresAfterDays',
  ],
  [
    { cookie: { 'a b/c~d%#': 1 } },
    'cookie["a b/c~d%#"]: is not an option; known here are: scope, expiresAfterDays',
  ],
])('names what a mistyped option may have been meant to be: %j', (options, said) => {
  expect(verdict(options)).toBe(`bad-option: ${said}`)
})

test('then looks at the names', () => {
  expect(verdict({ services: [{ id: 'chat', category: 'chats' }] })).toBe(
    `unknown-category: "chats" of service "chat" (known: necessary, functional, analytics, marketing). ${repairs['unknown-category']}`,
  )
  expect(verdict({ services: [service, service] })).toMatch(/^duplicate-id: "chat"/)
  expect(verdict({ categories: ['constructor'] })).toMatch(/^bad-id: "constructor"/)
})

test('refuses an address that mixes Latin with Cyrillic letters', () => {
  const email = 'info@aiventru\u0435.com'
  expect(verdict({ operator: { ...operator, email } })).toBe(
    'bad-option: operator.email: "aiventru\u0435" mixes Latin letters with Cyrillic ones ("\u0435"); write it anew in one alphabet',
  )
  expect(verdict({ policy: { url: 'https://\u0430pple.kz/privacy' } })).toContain('policy.url: ')
  const services = [
    { ...service, privacyUrl: 'https://yandex.r\u0443/', hosts: ['mc.yandex.ru/metrika'] },
  ]
  expect(verdict({ services })).toContain('services[0].privacyUrl: ')
})

test('takes addresses in one alphabet each, and mixed ones behind the host', () => {
  const own = { ...operator, email: 'инфо@пример.рф' }
  expect(verdict({ operator: own, policy: { url: 'https://пример.com/privacy-политика' } })).toBe(
    '',
  )
  expect(verdict({ policy: { url: '/privacy-политика' } })).toBe('')
})

test('refuses ledgers that are not on https, have a query, or mix alphabets', () => {
  for (const ledger of ['http://ledger.example.kz', '//ledger.example.kz', 'ledger', '/x?y', ''])
    expect([ledger, verdict({ ledger })]).toEqual([ledger, expect.stringContaining('bad-option')])
  expect(verdict({ ledger: { RU: 'http://ledger.example.ru' } })).toContain('ledger.RU')
  expect(verdict({ ledger: { KG: 'https://ledger.example.kg' } })).toContain('is not an option')
  expect(verdict({ ledger: { default: 'https://l\u0435dger.example.kz' } })).toContain(
    'ledger.default: "l\u0435dger" mixes Latin letters with Cyrillic ones',
  )
  expect(verdict({ country: 'ru' })).toContain('country')
  expect(verdict({ subject: '' })).toContain('subject')
})
