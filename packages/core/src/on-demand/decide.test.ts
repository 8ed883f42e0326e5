import { expect, test } from 'vitest'
import { partly } from '../model/allows.ts'
import type { Asked, CategoryAsked } from '../model/asked.ts'
import { type Choice, decide } from './decide.ts'

const category = (id: string, hash: string, ...services: string[]): CategoryAsked => ({
  id,
  hash,
  services: services.map((service) => ({ id: service, category: id })),
})
const askedOf = (...optional: CategoryAsked[]): Asked => {
  const categories = [category('necessary', '0000000', 'session'), ...optional]
  return {
    categories: new Map(categories.map((each) => [each.id, each])),
    services: new Map(
      categories.flatMap((each) => each.services.map((service) => [service.id, service])),
    ),
  }
}
const asked = askedOf(
  category('analytics', '0aaaaaa', 'one', 'two'),
  category('marketing', '0mmmmmm'),
)

test('notes what was answered, and to which question', () => {
  expect(decide(null, { categories: { analytics: true, marketing: false } }, asked)).toEqual({
    categories: { analytics: true, marketing: false },
    services: {},
    asked: { analytics: '0aaaaaa', marketing: '0mmmmmm' },
  })
})

test('keeps earlier answers where this one is silent', () => {
  const first = decide(null, { categories: { analytics: true } }, asked)
  expect(decide(first, { categories: { marketing: false } }, asked).categories).toEqual({
    analytics: true,
    marketing: false,
  })
})

test('leaves the decision before it as it was', () => {
  const first = decide(null, { categories: { analytics: true }, services: { one: false } }, asked)
  const copy = structuredClone(first)
  decide(first, { categories: { analytics: false } }, asked)
  expect(first).toEqual(copy)
})

test('lists a service only where it differs from its category', () => {
  const answers = { categories: { analytics: true }, services: { one: false, two: true } }
  expect(decide(null, answers, asked).services).toEqual({ one: false })
})

test('replaces the answers of services by the one of their category', () => {
  const first = decide(null, { categories: { analytics: true }, services: { one: false } }, asked)
  expect(decide(first, { categories: { analytics: false } }, asked).services).toEqual({})
})

test('leaves a category to be asked of which only services were answered', () => {
  expect(decide(null, { services: { one: true } }, asked)).toEqual({
    categories: { analytics: false },
    services: { one: true },
    asked: { analytics: partly('0aaaaaa') },
  })
})

test('keeps the answers of several services given one by one', () => {
  const first = decide(null, { services: { one: true } }, asked)
  expect(decide(first, { services: { two: true } }, asked).services).toEqual({
    one: true,
    two: true,
  })
})

test('does not bring back what was allowed under another question', () => {
  const before: Choice = {
    categories: { analytics: false },
    services: { one: true },
    asked: { analytics: '0before' },
  }
  expect(decide(before, { services: { two: true } }, asked).services).toEqual({ two: true })
})

test('never lists what is strictly necessary', () => {
  const answers = { categories: { necessary: false }, services: { session: false } }
  expect(decide(null, answers, asked)).toEqual({ categories: {}, services: {}, asked: {} })
})

test('takes nothing but true for a grant, and nothing inherited', () => {
  const strange = { analytics: 'true', marketing: 1 } as unknown as Record<string, boolean>
  expect(decide(null, { categories: strange }, asked).categories).toEqual({
    analytics: false,
    marketing: false,
  })
  const inherited = Object.create({ analytics: true }) as Record<string, boolean>
  expect(decide(null, { categories: inherited }, asked).categories).toEqual({})
})
