import { expect, test } from 'vitest'
import { inAcceptAll } from './in-accept-all.ts'

test('covers the known categories, and none of the owner’s own', () => {
  const ids = ['necessary', 'functional', 'analytics', 'marketing', 'ai', 'web-analytics']
  expect(ids.filter((id) => inAcceptAll({ id }))).toEqual(ids.slice(0, 4))
  expect(['analytics-2', 'functionals', ''].filter((id) => inAcceptAll({ id }))).toEqual([])
})

test('covers what the owner says', () => {
  expect([
    inAcceptAll({ id: 'ai', acceptAll: true }),
    inAcceptAll({ id: 'analytics', acceptAll: false }),
  ]).toEqual([true, false])
})

test('takes nothing from the prototype', () => {
  expect(inAcceptAll(Object.create({ acceptAll: true, id: 'ai' }))).toBe(false)
})
