import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveAsked } from '../model/asked.ts'
import type { Options } from '../model/options.ts'
import { carryOver } from './carry-over.ts'
import type { EarlierChoice } from './earlier-choice.ts'
import { readKlaro } from './klaro.ts'
import { readTarteaucitron } from './tarteaucitron.ts'
import { readVanilla } from './vanilla-cookieconsent.ts'

const NOW = Date.UTC(2026, 10, 1)
const DAY = 864e5
const services = [
  { id: 'ga4', category: 'analytics' },
  { id: 'clarity', category: 'analytics' },
  { id: 'youtube', category: 'functional' },
]
const asked = resolveAsked({ services })

const vanilla = (fields: object): EarlierChoice => {
  const choice = readVanilla(encodeURIComponent(JSON.stringify(fields)), NOW)
  if (!choice) throw new Error('is read')
  return choice
}
const klaro = (answers: object): EarlierChoice => {
  const choice = readKlaro(encodeURIComponent(JSON.stringify(answers)), NOW)
  if (!choice) throw new Error('is read')
  return choice
}

test('carries a refusal of a category, and no grant of one that has services nobody spoke of', () => {
  const choice = vanilla({
    categories: ['necessary', 'analytics'],
    services: { necessary: [], analytics: [], marketing: [] },
  })
  expect(carryOver(choice, {}, asked)).toEqual({ categories: { marketing: false }, services: {} })
})

test('carries the grant of a category where the owner says that it was asked about the same', () => {
  const choice = vanilla({ categories: ['necessary', 'statistics'] })
  expect(carryOver(choice, { statistics: 'analytics' }, asked).categories).toEqual({
    analytics: true,
  })
})

test('carries the grant of a category without services by its name', () => {
  const choice = vanilla({ categories: ['marketing'] })
  expect(carryOver(choice, {}, asked).categories).toEqual({ marketing: true })
})

test('takes what the owner names and the visitor did not accept for refused', () => {
  const choice = vanilla({ categories: ['necessary'] })
  expect(carryOver(choice, { statistics: 'analytics' }, asked).categories).toEqual({
    analytics: false,
  })
})

test('leaves the rest of a category to be asked when only some of its services were accepted', () => {
  const choice = vanilla({ categories: ['stats'], services: { stats: ['ga'] } })
  expect(carryOver(choice, { stats: 'analytics', ga: 'ga4' }, asked)).toEqual({
    categories: {},
    services: { ga4: true },
  })
})

test('answers a category when all of its services were answered', () => {
  expect(carryOver(klaro({ ga4: true, clarity: true }), {}, asked)).toEqual({
    categories: { analytics: true },
    services: { ga4: true, clarity: true },
  })
  expect(carryOver(klaro({ ga4: true, clarity: false }), {}, asked).categories).toEqual({
    analytics: false,
  })
})

test('allows one of our names only where all of theirs for it were allowed', () => {
  const names = { pixel: 'ga4', tag: 'ga4' }
  expect(carryOver(klaro({ pixel: true, tag: false }), names, asked).services).toEqual({
    ga4: false,
  })
  expect(carryOver(klaro({ pixel: false, tag: true }), names, asked).services).toEqual({
    ga4: false,
  })
})

test('knows neither inherited names nor what is strictly necessary', () => {
  const names = { constructor: 'necessary' }
  const choice = klaro({ necessary: false, constructor: true, toString: true, __proto__: true })
  expect(carryOver(choice, names, asked)).toEqual({ categories: {}, services: {} })
})

test('reads what waits in tarteaucitron as not answered', () => {
  expect(readTarteaucitron('!gtag=true!youtube=wait!vimeo=false', NOW)?.services).toEqual(
    new Map([
      ['gtag', true],
      ['vimeo', false],
    ]),
  )
})

test.each([
  ['', 'nothing'],
  ['%7Bbroken', 'half of it'],
  ['[true]', 'a list'],
  ['null', 'null'],
  ['"analytics"', 'a text'],
  [JSON.stringify({ categories: 'analytics' }), 'a text for the list'],
  [JSON.stringify({ categories: ['a'], services: { a: 'x' } }), 'a text for a list of services'],
  [JSON.stringify({ categories: ['a', 7] }), 'a number in the list'],
  [JSON.stringify({ categories: ['a'], expirationTime: NOW - 1 }), 'what has expired'],
  [JSON.stringify({ categories: ['a'], expirationTime: 'never' }), 'no time'],
  [JSON.stringify({ categories: ['a'], lastConsentTimestamp: 'soon' }), 'no date'],
  [
    JSON.stringify({ categories: ['a'], lastConsentTimestamp: new Date(NOW + DAY).toISOString() }),
    'a date to come',
  ],
  [JSON.stringify({ categories: [], padding: 'x'.repeat(9_000) }), 'what is too long'],
])('takes %s for no answer of vanilla-cookieconsent: %s', (text) => {
  expect(readVanilla(text, NOW)).toBeNull()
})

test.each(['', 'true', '!gtag=yes', '!gtag=true!gtag=false', '!a b=true', 'gtag=true'])(
  'takes "%s" for no answer of tarteaucitron',
  (text) => {
    expect(readTarteaucitron(text, NOW)).toBeNull()
  },
)

test('takes only true for a grant', () => {
  const choice = klaro({ a: 'false', b: 1, c: null, d: 'true', e: {}, f: true, g: false })
  expect([...choice.services]).toEqual([
    ['f', true],
    ['g', false],
  ])
})

test('reads the date of both versions of vanilla-cookieconsent', () => {
  const at = NOW - 3 * DAY
  const date = new Date(at).toISOString()
  expect(vanilla({ categories: [], lastConsentTimestamp: date }).at).toBe(at)
  expect(vanilla({ categories: [], last_consent_update: date }).at).toBe(at)
  expect(vanilla({ categories: [] }).at).toBeUndefined()
})

const ids = ['ga4', 'clarity', 'youtube', 'analytics', 'functional', 'marketing', 'other']
const answers = fc.dictionary(fc.constantFrom(...ids), fc.boolean())

test('never allows a service that was refused, or that nobody was asked about', () => {
  const property = fc.property(
    answers,
    answers,
    fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(...ids)),
    (categories, own, names) => {
      const choice: EarlierChoice = {
        categories: new Map(Object.entries(categories)),
        services: new Map(Object.entries(own)),
        at: undefined,
      }
      const carried = carryOver(choice, names, asked)
      const given = [...choice.services, ...choice.categories]
      const grants = given.filter(([, allowed]) => allowed).map(([name]) => names[name] ?? name)
      for (const { id, category } of services) {
        const isAllowed = carried.services?.[id] ?? carried.categories?.[category]
        const wasGranted = grants.includes(id) || grants.includes(category)
        expect([id, isAllowed && !wasGranted]).not.toEqual([id, true])
      }
      for (const [name, allowed] of given) {
        const id = names[name] ?? name
        const isService = services.some((service) => service.id === id)
        if (isService && !allowed && !choice.categories.has(name))
          expect(carried.services?.[id]).not.toBe(true)
      }
    },
  )
  fc.assert(property, { numRuns: 2_000 })
})

test('reads any text without throwing', () => {
  const text = fc.oneof(fc.string(), fc.json(), fc.json().map(encodeURIComponent))
  const property = fc.property(text, (value) => {
    for (const read of [readVanilla, readKlaro, readTarteaucitron]) {
      const choice = read(value, NOW)
      if (!choice) continue
      const options: Options = { categories: ['analytics'], services: [] }
      const { categories = {} } = carryOver(choice, {}, resolveAsked(options))
      for (const allowed of Object.values(categories)) expect(allowed).toBeTypeOf('boolean')
    }
  })
  fc.assert(property, { numRuns: 2_000 })
})
