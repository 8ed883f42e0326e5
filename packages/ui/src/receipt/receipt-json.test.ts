import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveAsked } from '../../../core/src/model/asked.ts'
import type { Decision } from '../../../core/src/model/decision.ts'
import type { Options } from '../../../core/src/model/options.ts'
import type { ConsentRecord } from '../../../core/src/on-demand/consent-record.ts'
import type { ReceiptFacts } from './facts.ts'
import { iso27560 } from './iso-27560.ts'
import { kantaraReceipt } from './kantara.ts'
import { requestAddress, RIGHTS } from './request-address.ts'

const AT = Date.UTC(2026, 10, 21, 12)
const OPTIONS: Options = {
  operator: { name: 'ТОО', bin: '123456789013', email: 'a@b.kz', country: 'KZ' },
  policy: { url: '/privacy', version: '2026-11-01' },
  categories: ['analytics', 'marketing', { id: 'ai', label: 'ИИ', description: 'Обучение' }],
  services: [
    {
      id: 'metrika',
      category: 'analytics',
      name: 'Metrika',
      vendor: 'Yandex',
      country: 'RU',
      purpose: 'Статистика',
      privacyUrl: 'https://yandex.example',
      storage: [
        { kind: 'cookie', name: '_ym_uid', lifetime: 'P1Y' },
        { kind: 'local', name: '_ym', lifetime: '' },
      ],
    },
    { id: 'visor', category: 'analytics', countries: ['RU', 'KZ'] },
  ],
}

const decision = (categories: Decision['categories'], services = {}): Decision => ({
  consentId: 'consent-1',
  firstAt: AT,
  at: AT,
  expiresAt: AT + 365 * 864e5,
  policyVersion: '2026-11-01',
  language: 'ru',
  method: 'click',
  categories,
  services,
  asked: {},
})
const recordOf = (event: ConsentRecord['event'], categories = {}) =>
  ({
    recordId: `record-${event}`,
    consentId: 'consent-1',
    event,
    at: '2026-11-21T12:00:00.000Z',
    validUntil: '2027-11-21T12:00:00.000Z',
    method: 'click',
    categories,
  }) as Partial<ConsentRecord> as ConsentRecord

const facts = (over: Partial<ReceiptFacts> = {}): ReceiptFacts => ({
  options: OPTIONS,
  asked: resolveAsked(OPTIONS),
  decision: decision({ analytics: true, marketing: false, ai: true }, { visor: false }),
  records: [recordOf('granted', { analytics: true })],
  page: 'https://example.kz/',
  own: (text = '') => `${text as string}`,
  nameOf: ({ id }) => id,
  ...over,
})

test('writes each answered category as a processing, with its services and what they keep', () => {
  const { pii_processing, ...record } = iso27560(facts())
  expect(record).toMatchObject({
    schema_version: 'ISO/IEC TS 27560:2023',
    record_id: 'record-granted',
    pii_principal_id: 'consent-1',
    validity_duration: 'P365D',
  })
  expect(pii_processing.map((each) => [each.purpose_type, each.consent_state])).toEqual([
    ['analytics', 'given'],
    ['marketing', 'refused'],
    ['ai', 'given'],
  ])
  expect(pii_processing[0]).toMatchObject({
    purpose: ['analytics', 'Статистика'],
    lawful_basis: 'consent',
    privacy_notice: '/privacy',
    jurisdiction: 'KZ',
    pii_information: [
      { pii_type: 'cookie', pii_attribute_id: '_ym_uid', retention_period: 'P1Y' },
      { pii_type: 'local', pii_attribute_id: '_ym', retention_period: undefined },
    ],
    services: [
      { service: 'metrika', consent_state: 'given' },
      { service: 'visor', consent_state: 'refused' },
    ],
    processing_locations: ['RU', 'KZ'],
    withdrawal_method: 'https://example.kz/#kelisim-preferences',
  })
})

test('names the operator and every third party', () => {
  expect(iso27560(facts()).party_identification).toEqual([
    expect.objectContaining({
      party_id: 'operator',
      party_type: 'PII controller',
      party_name: 'ТОО',
      party_registration: '123456789013',
    }),
    expect.objectContaining({ party_id: 'metrika', party_name: 'Yandex', party_country: 'RU' }),
    expect.objectContaining({ party_id: 'visor', party_name: 'visor', party_country: 'RU, KZ' }),
  ])
})

test.each([
  ['granted', { analytics: true }, 'given'],
  ['refused', { analytics: false }, 'refused'],
  ['changed', { analytics: true }, 'given'],
  ['changed', { analytics: false }, 'refused'],
  ['withdrawn', { analytics: false }, 'withdrawn'],
  ['expired', { analytics: true }, 'expired'],
] as const)('writes a record that says %s %o as %s', (event, categories, state) => {
  const { events } = iso27560(facts({ records: [recordOf(event, categories)] }))
  expect(events.map(({ event_state }) => event_state)).toEqual([state])
})

test('writes only what is allowed as a Kantara receipt', () => {
  const { services, ...receipt } = kantaraReceipt(facts())
  expect(receipt).toMatchObject({
    version: 'KI-CR-v1.1.0',
    consentTimestamp: AT / 1000,
    consentReceiptID: 'record-granted',
    piiControllers: [{ piiController: 'ТОО', email: 'a@b.kz' }],
    policyUrl: '/privacy',
  })
  expect(services).toMatchObject([
    {
      service: 'Metrika',
      purposes: [
        {
          purpose: 'Статистика',
          purposeCategory: ['analytics'],
          consentType: 'EXPLICIT',
          piiCategory: ['cookie', 'local'],
          termination: '2027-11-21T12:00:00.000Z',
          thirdPartyDisclosure: true,
          thirdPartyName: 'Yandex',
        },
      ],
    },
    { service: 'ai', purposes: [{ purpose: 'Обучение', thirdPartyDisclosure: false }] },
  ])
})

test('a receipt never names a service that is not allowed', () => {
  const answer = fc.record({
    analytics: fc.boolean(),
    services: fc.dictionary(fc.constantFrom('metrika', 'visor'), fc.boolean()),
  })
  fc.assert(
    fc.property(answer, ({ analytics, services }) => {
      const given = kantaraReceipt(facts({ decision: decision({ analytics }, services) }))
      const names = given.services.map(({ service }) => service)
      expect(names.includes('Metrika')).toBe(services['metrika'] ?? analytics)
      expect(names.includes('visor')).toBe(services['visor'] ?? analytics)
    }),
  )
})

test('puts any text of a request into its own field of the address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...RIGHTS), (text, right) => {
      const address = requestAddress({
        email: 'a+b@example.kz',
        site: text,
        consentId: undefined,
        right,
        channel: 'email',
        say: (key, { site } = {}) => (site === undefined ? key : `${site as string}`),
      })
      const [to, query = ''] = address.split('?')
      expect(to).toBe('mailto:a%2Bb@example.kz')
      const fields = new URLSearchParams(query.replaceAll('+', '%2B'))
      expect([...fields.keys()]).toEqual(['subject', 'body'])
      expect(fields.get('body')?.startsWith(text)).toBe(true)
      expect(fields.get('body')).toContain(`receipt.ask`)
    }),
  )
})
