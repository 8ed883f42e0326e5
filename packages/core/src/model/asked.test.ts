import { expect, test } from 'vitest'
import { resolveAsked } from './asked.ts'
import type { Options } from './options.ts'

const hashes = (options: Options) =>
  Object.fromEntries([...resolveAsked(options).categories].map(([id, { hash }]) => [id, hash]))

const metrika = { id: 'metrika', category: 'analytics', vendor: 'Yandex', country: 'RU' }
const video = { id: 'video', category: 'functional' }

test('asks about the three optional categories when the owner names none', () => {
  expect(Object.keys(hashes({}))).toEqual(['necessary', 'functional', 'analytics', 'marketing'])
  expect(resolveAsked({}).services.size).toBe(0)
})

test('puts the necessary category first and keeps the owner’s order', () => {
  const categories = ['marketing', { id: 'ai-training', label: 'ИИ' }, 'analytics']
  expect(Object.keys(hashes({ categories }))).toEqual([
    'necessary',
    'marketing',
    'ai-training',
    'analytics',
  ])
})

test('gives the same hashes for the same question', () => {
  expect(hashes({ services: [metrika, video] })).toEqual(hashes({ services: [video, metrika] }))
  const second = { ...metrika, id: 'clarity' }
  expect(hashes({ services: [metrika, second] })).toEqual(hashes({ services: [second, metrika] }))
})

test.each([
  ['a service is added', { services: [metrika, { ...video, category: 'analytics' }] }],
  ['its vendor changes', { services: [{ ...metrika, vendor: 'Other' }] }],
  ['its country changes', { services: [{ ...metrika, country: 'US' }] }],
  ['its purpose changes', { services: [{ ...metrika, purpose: { ru: 'Статистика' } }] }],
])('changes only the hash of the category when %s', (_, options) => {
  const [before, after] = [hashes({ services: [metrika] }), hashes(options)]
  expect(after['analytics']).not.toBe(before['analytics'])
  expect({ ...after, analytics: '' }).toEqual({ ...before, analytics: '' })
})

test('changes the hash of an own category with its description, not with its label', () => {
  const of = (label: string, description: string) =>
    hashes({ categories: [{ id: 'ai', label, description }] })['ai']
  expect(of('A', 'x')).toBe(of('B', 'x'))
  expect(of('A', 'x')).not.toBe(of('A', 'y'))
})

test('changes every hash when the revision is raised', () => {
  const [before, after] = [hashes({}), hashes({ revision: 1 })]
  for (const id of Object.keys(before)) expect(after[id]).not.toBe(before[id])
})

test('leaves the hashes alone when names and privacy pages change', () => {
  expect(
    hashes({ services: [{ ...metrika, name: 'Метрика', privacyUrl: 'https://e.kz' }] }),
  ).toEqual(hashes({ services: [metrika] }))
})

const places = [
  { id: 'metrika', category: 'analytics', country: 'RU' },
  { id: 'ga4', category: 'analytics', country: 'US' },
  { id: 'hotjar', category: 'analytics', country: 'RU', countries: ['RU', 'MT'] },
  { id: 'own', category: 'analytics', countries: ['RU'] },
  { id: 'unknown', category: 'necessary' },
]

test('under the profile RU asks about nothing whose data is not known to stay in Russia', () => {
  const { categories, services } = resolveAsked({ profile: 'RU', services: places })
  expect(categories.get('analytics')?.services.map(({ id }) => id)).toEqual(['metrika', 'own'])
  expect(categories.get('necessary')?.services).toEqual([])
  expect(categories.get('analytics')?.hash).toBe(
    resolveAsked({
      services: places.filter(({ id }) => id === 'metrika' || id === 'own'),
    }).categories.get('analytics')?.hash,
  )
  // They are known all the same, and no category allows them.
  expect(services.get('ga4')?.category).toBe('')
})

test('under the profile RU asks about a service abroad that has a reason', () => {
  const given = places.map((service) => ({ ...service, crossBorderReason: 'Notice of 2026-10-01' }))
  const { categories } = resolveAsked({ profile: 'RU', services: given })
  expect(categories.get('analytics')?.services).toHaveLength(4)
})

test.each(['KZ', 'EU', undefined] as const)(
  'under the profile %s asks about all of them',
  (profile) => {
    const asked = resolveAsked({ ...(profile && { profile }), services: places })
    expect(asked.categories.get('analytics')?.services).toHaveLength(4)
  },
)
