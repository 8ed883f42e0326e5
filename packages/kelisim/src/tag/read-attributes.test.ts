import { attributeWords } from '@kelisim/services/attributes'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import schema from '../../../core/config.schema.json' with { type: 'json' }
import { presets } from '../../../services/src/every-preset.ts'
import { hyphenate } from './hyphenate.ts'
import { namesService } from './names-service.ts'
import { readAttributes } from './read-attributes.ts'
import { tagOptions } from './tag-options.ts'

/** What is read from a `dataset`, as options by id, and what is refused. */
function read(data: Readonly<Record<string, string>>) {
  const refused: string[] = []
  const wanted = readAttributes(tagOptions(data), (written, repair) => {
    refused.push(`${written}: ${repair}`)
  })
  return { wanted: wanted.map(({ id, options }) => [id, options]), refused }
}

test('has an attribute for every preset, by its id', () => {
  expect(Object.keys(attributeWords).sort()).toEqual(presets.map(([make]) => make().id).sort())
})

test('tells the names of services from those of the options', () => {
  const camel = (id: string) => id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const ids = Object.keys(attributeWords).map(camel)
  expect(ids.filter((id) => !namesService(id))).toEqual([])
  expect(ids.map(hyphenate)).toEqual(Object.keys(attributeWords))
  // An option on which this fails is taken for a service: change the letters in names-service.ts.
  const options = [...Object.keys(schema.properties), 'lang', 'policyUrl', 'cookieScope', 'cfasync']
  // No attribute fills these, or presets.ts lets them through.
  const others = ['services', 'texts', 'minors', 'migrateFrom']
  expect(options.filter((name) => namesService(name) && !others.includes(name))).toEqual([])
})

test('fills the options of a preset with the words of its attribute, in order', () => {
  const data = {
    yandexMetrika: ' 12345678 ',
    policyUrl: '/privacy',
    youtube: '',
    vimeo: 'true',
    matomo: 'https://stats.example.kz 3, KZ',
    matomoVendor: 'ТОО «Пример»',
    vkAds: '1',
    vkAdsPrivacyUrl: 'https://vk.example/privacy',
    yandexMetrikaWebvisor: '12345678',
    ga4: 'false',
  }
  expect(read(data)).toEqual({
    wanted: [
      ['yandex-metrika', { id: '12345678' }],
      ['youtube', {}],
      ['vimeo', {}],
      [
        'matomo',
        { host: 'https://stats.example.kz', id: '3', country: 'KZ', vendor: 'ТОО «Пример»' },
      ],
      ['vk-ads', { id: '1', privacyUrl: 'https://vk.example/privacy' }],
      ['yandex-metrika-webvisor', { id: '12345678' }],
    ],
    refused: [],
  })
})

test('reads options that are no text', () => {
  const data = {
    ga4: 'G-AB12',
    ga4ConsentMode: 'advanced',
    ga4WaitForUpdate: '500',
    ga4UrlPassthrough: '',
    ga4AdsDataRedaction: 'true',
    ga4BufferCalls: 'false',
  }
  expect(read(data).wanted).toEqual([
    [
      'ga4',
      {
        id: 'G-AB12',
        consentMode: 'advanced',
        waitForUpdate: 500,
        urlPassthrough: true,
        adsDataRedaction: true,
        bufferCalls: false,
      },
    ],
  ])
})

test('leaves out an option that cannot be read, and says what to write', () => {
  const data = { ga4: 'G-AB12', ga4WaitForUpdate: 'soon', ga4BufferCalls: 'maybe' }
  expect(read(data)).toEqual({
    wanted: [['ga4', { id: 'G-AB12' }]],
    refused: [
      'data-ga4-wait-for-update="soon": write a number of milliseconds',
      'data-ga4-buffer-calls="maybe": leave its value out, or write "false"',
    ],
  })
})

test.each([
  [{ ga4: '' }, 'data-ga4="": write data-ga4="<id>"'],
  [{ matomo: '3' }, 'data-matomo="3": write data-matomo="<host> <id> <country>"'],
  [{ youtube: 'dQw4w9WgXcQ' }, 'data-youtube="dQw4w9WgXcQ": write data-youtube'],
  [
    { yandexMetrica: '1' },
    'data-yandex-metrica: there is no such attribute; write data-yandex-metrika',
  ],
  [{ metrika: '1' }, 'data-metrika: there is no such attribute; write data-yandex-metrika'],
  [
    { ga4PrivacyURL: 'https://a.example' },
    'data-ga4-privacy-u-r-l: there is no such attribute; write data-ga4-privacy-url',
  ],
  [
    { vkAdsPrivacyUrl: 'https://a.example' },
    'data-vk-ads-privacy-url: data-vk-ads is missing beside it',
  ],
])('refuses %j and says what to write', (data, refusal) => {
  expect(read(data as unknown as Record<string, string>)).toEqual({
    wanted: [],
    refused: [refusal],
  })
})

test('leaves attributes of others alone', () => {
  const data = { turboTrack: 'reload', websiteId: 'x', noOptimize: '1', cfasync: 'false' }
  expect(read(data)).toEqual({ wanted: [], refused: [] })
})

test('any attributes give options without a prototype, or are refused by name', () => {
  const ids = Object.keys(attributeWords).map((id) =>
    id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  )
  const name = fc.oneof(
    fc.constantFrom(...ids, ...Object.keys(schema.properties)),
    fc.constantFrom('policyUrl', 'policy', 'operatorName', '__proto__', 'constructor', 'cookie'),
    fc.string(),
  )
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('true', 'false', '', '12345678', 'G-AB12CD34EF', 'javascript:alert(1)', '{}'),
  )
  fc.assert(
    fc.property(fc.dictionary(name, value), (data) => {
      const { wanted, refused } = read(data)
      expect(Object.getPrototypeOf(tagOptions(data))).toBeNull()
      for (const [id] of wanted) expect(Object.keys(attributeWords)).toContain(id)
      for (const line of refused) expect(line).toMatch(/^data-/)
      expect('polluted' in {} || 'url' in {} || 'name' in {}).toBe(false)
    }),
  )
})
