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
      repair: 'керегі: мәтін, мысалы "123456789012": БСН, он екі цифр (Қазақстан)',
    },
    {
      message: '"12" не подходит',
      repair: 'нужно: текст, например "123456789012": БИН/БСН, двенадцать цифр (Казахстан)',
    },
    {
      message: '"12" does not fit',
      repair: 'write a text such as "123456789012": БИН/БСН, twelve digits (Kazakhstan)',
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
