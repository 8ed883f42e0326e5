import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveAsked } from '../model/asked.ts'
import type { Answers } from '../model/decision.ts'
import type { CategoryOptions } from '../model/options.ts'
import type { State } from '../state.ts'
import { answersFor, type Request } from './answers-for.ts'

const AI = { id: 'ai-training', label: 'ИИ' }
const SERVICES = [
  { id: 'one', category: 'analytics' },
  { id: 'trainer', category: AI.id },
  { id: 'rater', category: AI.id },
]

const stateOf = (categories: (string | CategoryOptions)[], allowed: readonly string[] = []) =>
  ({
    asked: resolveAsked({ categories, services: SERVICES }),
    consent: {
      acceptedCategory: (id: string) => allowed.includes(id),
      acceptedService: (id: string) => allowed.includes(id),
    },
  }) as Partial<State> as State
const answers = (request: Request, allowed?: readonly string[], ai: CategoryOptions = AI) =>
  answersFor(request, stateOf(['analytics', 'marketing', ai], allowed))

test('accepts all but a category of the owner’s own', () => {
  expect(answers(true)).toEqual({
    categories: { necessary: true, analytics: true, marketing: true, 'ai-training': false },
    services: { trainer: false, rater: false },
  })
})

test('accepts a category of the owner’s own where that is configured', () => {
  const { categories, services } = answers(true, [], { ...AI, acceptAll: true })
  expect([categories?.['ai-training'], services]).toEqual([true, {}])
})

test('leaves a known category out of "accept all" where that is configured', () => {
  const marketing = { id: 'marketing', acceptAll: false }
  const { categories } = answersFor(true, stateOf(['analytics', marketing]))
  expect(categories).toEqual({ necessary: true, analytics: true, marketing: false })
})

test('takes back nothing by "accept all" that was allowed by itself', () => {
  expect(answers(true, ['ai-training', 'trainer'])).toMatchObject({
    categories: { 'ai-training': true },
    services: { trainer: true, rater: false },
  })
})

test('takes what the visitor set beside "accept all", over what was allowed before', () => {
  const among = ['analytics', 'ai-training']
  const beside: Answers = { categories: { analytics: false, 'ai-training': true } }
  expect(answers({ all: true, among, beside })).toEqual({
    categories: { analytics: true, 'ai-training': true },
    services: { trainer: true, rater: true },
  })
  const less: Answers = { categories: { 'ai-training': false }, services: { trainer: false } }
  expect(answers({ all: true, among, beside: less }, ['ai-training', 'trainer', 'rater'])).toEqual({
    categories: { analytics: true, 'ai-training': false },
    services: { trainer: false, rater: false },
  })
})

test('refuses everything, a category of the owner’s own too', () => {
  const nothing = { necessary: false, analytics: false, marketing: false, 'ai-training': false }
  expect(answers(false, ['ai-training'])).toEqual({ categories: nothing, services: {} })
})

test('answers only about what was asked', () => {
  expect(answers({ all: true, among: ['marketing'] })).toEqual({
    categories: { marketing: true },
    services: {},
  })
})

test('allows a category of the owner’s own that is named', () => {
  expect(answers({ categories: ['ai-training'] }).categories).toEqual({ 'ai-training': true })
})

test('a page cannot bring a category of the owner’s own into "accept all"', () => {
  Object.assign(Object.prototype, { acceptAll: true })
  try {
    expect(answers(true).categories?.['ai-training']).toBe(false)
  } finally {
    Reflect.deleteProperty(Object.prototype, 'acceptAll')
  }
})

test('"accept all" never allows a category of the owner’s own that was not', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/), { maxLength: 6 })
  fc.assert(
    fc.property(ids, (own) => {
      const { categories = {} } = answersFor(true, stateOf(['analytics', ...own]))
      const ours = ['necessary', 'functional', 'analytics', 'marketing']
      const granted = Object.keys(categories).filter((id) => categories[id])
      expect(granted.every((id) => ours.includes(id))).toBe(true)
    }),
  )
})
