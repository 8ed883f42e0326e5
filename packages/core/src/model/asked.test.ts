import { expect, test } from 'vitest'
import { resolveAsked } from './asked.ts'
import type { Options } from './options.ts'

const hashes = (options: Options) =>
  Object.fromEntries([...resolveAsked(options).categories].map(([id, { hash }]) => [id, hash]))

const metrika = { id: 'metrika', category: 'analytics', vendor: 'Yandex', country: 'RU' }
const video = { id: 'video', category: 'functional' }

test('asks about the three optional categories when the owner names none', () => {
  expect(Object.keys(hashes({}))).toEqual(['necessary', 'functional', 'analytics', 'marketing'])
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
