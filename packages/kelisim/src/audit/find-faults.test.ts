import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownServices } from '../cli/check/known-services.ts'
import type { Banner, Evidence, Kept, Look, Stage, Visit } from './evidence.ts'
import { findFaults } from './find-faults.ts'
import { siteOf } from './third-party.ts'

const URL_OF_PAGE = 'https://shop.example.com.kz/'
const HOST = 'shop.example.com.kz'
const METRIKA = 'https://mc.yandex.ru/metrika/tag.js'

const look: Look = {
  text: 'OK',
  height: 40,
  fontSize: '16px',
  fontWeight: '600',
  color: 'rgb(0, 0, 0)',
  background: 'rgb(255, 255, 255)',
  border: '1px solid rgb(0, 0, 0)',
}
const banner: Banner = { product: 'kelisim', accept: look, refuse: look, hasWayBack: true }
const visit = (stage: Stage, requests: string[] = [], kept: Kept[] = []): Visit => ({
  stage,
  requests,
  kept,
})
const cookie = (name: string, host = HOST): Kept => ({ kind: 'cookie', name, host })

const evidenceOf = (part: Partial<Evidence>): Evidence => ({
  url: URL_OF_PAGE,
  visits: [],
  markup: { noscript: [], early: [], hasPolicy: true },
  banner,
  declared: [],
  ...part,
})

/** Findings as lines, without what to do about them. */
const faults = (part: Partial<Evidence>, allowed: readonly string[] = []): string[] =>
  findFaults(evidenceOf(part), { known: knownServices, allowed }).map(
    ({ severity, code, subject, service, stages }) =>
      [severity, code, subject, service ?? '-', ...(stages ?? [])].join(' '),
  )

test('finds nothing on a page that asks for nothing but itself', () => {
  const requests = [URL_OF_PAGE, 'https://cdn.example.com.kz/app.js', 'data:,x']
  const kept = [cookie('__Host-kelisim'), cookie('PHPSESSID')]
  expect(faults({ visits: [visit('first', requests, kept)] })).toEqual([])
})

test('tells once of a host that is contacted without consent, and when', () => {
  const visits = [visit('first', [METRIKA]), visit('refused', [METRIKA]), visit('accepted')]
  expect(faults({ visits })).toEqual([
    'error request mc.yandex.ru yandex-metrika first refused',
    'error undeclared yandex-metrika yandex-metrika',
  ])
})

test('warns of hosts that nobody knows, unless the owner has allowed them', () => {
  const visits = [visit('first', ['https://fonts.cdn.example/a.woff2'])]
  expect(faults({ visits })).toEqual(['warning request fonts.cdn.example - first'])
  expect(faults({ visits }, ['cdn.example'])).toEqual([])
})

test('takes nothing that is declared as necessary for a leak', () => {
  const declared = [{ id: 'pay', category: 'necessary', hosts: ['pay.example'] }]
  const visits = [visit('first', ['https://pay.example/v1'])]
  expect(faults({ visits, declared })).toEqual([])
})

test('recognises what a service keeps, whatever the account', () => {
  const kept = [
    cookie('_ga_7XYZ'),
    { kind: 'local', name: '_ym99887766_lsid', host: HOST } as const,
  ]
  const found = faults({ visits: [visit('first', [], kept)], declared: null })
  expect(found.filter((line) => line.includes('kept'))).toEqual([
    'error kept cookie: _ga_7XYZ ga4 first',
    'error kept local: _ym99887766_lsid yandex-metrika first',
  ])
})

test('takes a cookie of others for theirs only on their host', () => {
  const visits = [visit('first', [], [cookie('yandexuid', 'yandex.ru'), cookie('i')])]
  const found = faults({ visits, declared: null })
  expect(found).toContain('error kept cookie: yandexuid (yandex.ru) yandex-metrika first')
  expect(found).toContain('warning kept cookie: i - first')
})

test('tells what survived a withdrawal, and not what was there before', () => {
  const visits = [
    visit('first', [], [cookie('theme')]),
    visit('accepted', [], [cookie('theme'), cookie('_left')]),
    visit('withdrawn', [], [cookie('theme'), cookie('_left')]),
  ]
  expect(faults({ visits })).toEqual([
    'error survived cookie: _left - withdrawn',
    'warning kept cookie: theme - first withdrawn',
  ])
})

test('compares what is declared with what was seen', () => {
  const declared = [
    { id: 'google-analytics' },
    { id: 'old', category: 'marketing', hosts: ['old.example'] },
    { id: 'note', category: 'functional' },
  ]
  const visits = [
    visit('accepted', [
      'https://www.googletagmanager.com/gtag/js?id=G-1',
      METRIKA,
      'https://x.example/',
    ]),
  ]
  expect(faults({ visits, declared })).toEqual([
    'error undeclared yandex-metrika yandex-metrika',
    'warning undeclared x.example -',
    'note never-seen old old',
  ])
})

test('says that it cannot compare where the page does not tell', () => {
  expect(faults({ declared: null })).toEqual([`note undeclared-unknown ${URL_OF_PAGE} -`])
})

test('looks at pixels for browsers without scripts, and at early connections', () => {
  const markup = {
    noscript: ['https://vk.com/rtrg?p=1', '/own.png'],
    early: ['https://www.googletagmanager.com', 'https://fonts.example', '/font.woff2'],
    hasPolicy: false,
  }
  expect(faults({ markup })).toEqual([
    'error noscript https://vk.com/rtrg?p=1 vk-retargeting',
    'error early-contact https://www.googletagmanager.com ga4',
    'warning early-contact https://fonts.example -',
    `warning no-policy ${URL_OF_PAGE} -`,
  ])
})

test('compares the two buttons, whose words may differ in length', () => {
  const refuse = { ...look, text: 'Only what is necessary', height: 41 }
  expect(faults({ banner: { ...banner, refuse } })).toEqual([])
  expect(
    faults({
      banner: { ...banner, refuse: { ...refuse, background: 'rgba(0, 0, 0, 0)', height: 20 } },
    }),
  ).toEqual(['warning unequal-buttons height, background -'])
  expect(faults({ banner: { product: 'unknown', accept: look, hasWayBack: false } })).toEqual([
    'error no-refusal unknown -',
    'warning no-way-back unknown -',
  ])
})

test('misses a banner only where there is something to ask about', () => {
  expect(faults({ banner: null })).toEqual([`note no-banner ${URL_OF_PAGE} -`])
  expect(faults({ banner: null, visits: [visit('first', [METRIKA])] })).toContain(
    `error no-banner ${URL_OF_PAGE} -`,
  )
})

test.each([
  ['shop.example.com.kz', 'example.com.kz'],
  ['com.kz', 'com.kz'],
  ['www.example.kz', 'example.kz'],
  ['пример.рф', 'пример.рф'],
  ['127.0.0.1', '127.0.0.1'],
  ['localhost', 'localhost'],
])('%s belongs to the site %s', (host, site) => {
  expect(siteOf(host)).toBe(site)
})

test('judges whatever a page has put together', () => {
  const kept = fc.record({
    kind: fc.constantFrom('cookie', 'local', 'session', 'idb') as fc.Arbitrary<Kept['kind']>,
    name: fc.string(),
    host: fc.domain(),
  })
  const property = fc.property(
    fc.array(fc.webUrl()),
    fc.array(kept),
    fc.array(fc.string()),
    (requests, all, early) => {
      const visits = [visit('first', requests, all), visit('withdrawn', requests, all)]
      const markup = { noscript: early, early, hasPolicy: true }
      for (const line of faults({ visits, markup })) expect(line).toMatch(/^(error|warning|note) /)
    },
  )
  fc.assert(property)
})
