import fc from 'fast-check'
import { expect, test } from 'vitest'
import { problemsOf } from './problems-of.ts'

const service = { id: 'chat', category: 'functional' }
const languages = ['kk', 'ru', 'en']

test('says where, what and how to repair it in each language', () => {
  const options = { operator: { name: 'ТОО', bin: '12' } }
  const texts = languages.map((language) => problemsOf(options, language)[0])
  expect(texts).toMatchObject([
    {
      path: 'operator.bin',
      code: 'pattern',
      message: '"12" жарамайды',
      repair: 'керегі: мәтін, мысалы "123456789013": БСН, он екі цифр (Қазақстан)',
    },
    {
      message: '"12" не подходит',
      repair: 'нужно: текст, например "123456789013": БИН/БСН, двенадцать цифр (Казахстан)',
    },
    {
      message: '"12" does not fit',
      repair: 'write a text such as "123456789013": БИН/БСН, twelve digits (Kazakhstan)',
    },
  ])
})

test('suggests the nearest known name for a mistyped one', () => {
  expect(problemsOf({ policyUrl: '/privacy' }, 'ru')).toEqual([
    {
      path: 'policyUrl',
      code: 'similar-option',
      message: 'такой настройки нет',
      repair: 'возможно, имелось в виду "policy.url"',
    },
  ])
})

test('says of a value with alternatives only what its own kind has wrong', () => {
  const migrateFrom = { product: 'klaro', names: { ads: 'Ads!' } }
  expect(problemsOf({ migrateFrom })).toMatchObject([
    { path: 'migrateFrom.names.ads', code: 'pattern' },
  ])
  expect(problemsOf({ migrateFrom: 'klara' })).toMatchObject([
    { path: 'migrateFrom', code: 'wrong-value' },
  ])
  expect(problemsOf({ migrateFrom: 7 })).toMatchObject([
    {
      path: 'migrateFrom',
      code: 'wrong-kind',
      repair: 'write "vanilla-cookieconsent", "klaro" or "tarteaucitron" or an object',
    },
  ])
})

test('asks for what the profile requires, in each language', () => {
  const options = { operator: { name: 'ТОО', email: 'privacy@example.kz' } }
  const texts = languages.map((language) => problemsOf(options, language)[0])
  expect(texts).toMatchObject([
    {
      path: 'operator.bin',
      code: 'particular-missing',
      message: 'KZ профилі талап етеді, бірақ мәні жоқ',
      repair:
        'қосыңыз: БСН немесе `iin` өрісіндегі ЖСН келісімнің құрамына кіреді (Қазақстан Республикасының № 94-V Заңы, 8-баптың 4-тармағы)',
    },
    {
      message: 'нет значения, а профиль KZ его требует',
      repair:
        'добавьте: БИН, или ИИН в поле `iin`, входит в согласие (Закон Республики Казахстан № 94-V, статья 8, пункт 4)',
    },
    {
      message: 'is missing under the profile KZ',
      repair:
        'add it: the БИН, or as `iin` the ИИН, is part of the consent (Law 94-V of Kazakhstan, article 8(4))',
    },
  ])
  expect(problemsOf({ profile: 'RU' }, 'ru')).toMatchObject([
    { path: 'operator', code: 'operator-missing', repair: 'укажите: name, inn, email' },
  ])
})

test('finds what the rules find, with a code and in the language that is asked for', () => {
  const options = {
    operator: { name: 'ТОО', bin: '123456789012', email: 'privacy@example.kz' },
    services: [
      {
        ...service,
        legalBasis: 'contract',
        storage: [{ kind: 'local', name: 'kelisim*' }],
        hosts: ['youtub\u0435.com'],
      },
    ],
  }
  expect(problemsOf(options).map(({ path, code }) => [path, code])).toEqual([
    ['operator.bin', 'wrong-check-digit'],
    ['services[0].legalBasis', 'not-consent'],
    ['services[0].storage[0].name', 'own-storage'],
    ['services[0].hosts[0]', 'mixed-alphabets'],
  ])
  for (const language of ['kk', 'ru']) {
    problemsOf(options, language).forEach(({ message, repair }, index) => {
      expect(`${message} ${repair}`).not.toMatch(/validator\.|{{/)
      expect(message).not.toBe(problemsOf(options)[index]?.message)
      expect(repair).not.toBe(problemsOf(options)[index]?.repair)
    })
  }
})

test('lists every name that cannot work, each at its place', () => {
  const options = {
    categories: ['analytics', 'analytics', 'necessary'],
    services: [service, { id: 'map', category: 'maps' }, { ...service, category: 'analytics' }],
  }
  expect(problemsOf(options).map(({ path, code }) => [path, code])).toEqual([
    ['categories[1]', 'duplicate-id'],
    ['categories[2]', 'duplicate-id'],
    ['services[2]', 'duplicate-id'],
    ['services[0].category', 'unknown-category'],
    ['services[1].category', 'unknown-category'],
  ])
  expect(problemsOf({ services: [{ ...service, id: 'constructor' }] })).toMatchObject([
    { path: 'services[0]', code: 'bad-id' },
  ])
})

test('tells when all names together do not fit into the cookie', () => {
  const services = Array.from({ length: 120 }, (_, index) => ({
    id: `a-service-with-a-long-name-${index}`,
    category: 'functional',
  }))
  expect(problemsOf({ services })).toMatchObject([{ path: 'options', code: 'too-many-names' }])
})

test('finds nothing in options that can work, and takes any other language for English', () => {
  expect(problemsOf({ services: [service] }, 'ru')).toEqual([])
  expect(problemsOf(null, 'constructor')).toEqual(problemsOf(null, 'en'))
})

test('answers for any value in every language, with every placeholder filled', () => {
  const property = fc.property(
    fc.anything({ withBigInt: true, withNullPrototype: true }),
    fc.constantFrom(...languages),
    (value, language) => {
      for (const given of [value, { services: [value], categories: [value], policy: value }]) {
        for (const { message, repair } of problemsOf(given, language)) {
          expect(`${message} ${repair}`).not.toMatch(/validator\.|undefined}|{{\w+}}/)
          expect(message).not.toBe('')
          expect(repair).not.toBe('')
        }
      }
    },
  )
  fc.assert(property)
})

test('lets nothing of the owner’s into the cookie beside its value', () => {
  const options = JSON.parse(
    String.raw`{"cookie":{"scope":"host; domain=example","expiresAfterDays":"1\r\nSet-Cookie: a=b","__proto__":{},"na;me":1}}`,
  )
  expect(problemsOf(options).map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      'cookie.scope',
      'cookie.expiresAfterDays',
      'cookie.__proto__',
      'cookie["na;me"]',
    ]),
  )
})
