import fc from 'fast-check'
import { expect, test } from 'vitest'
import { median, medians } from './statistics.ts'

test('takes the value in the middle, and the mean of two', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([1, 2, 4, 100])).toBe(3)
  expect(median([7])).toBe(7)
  expect(median([])).toBeNaN()
})

test('has as many values below as above, in whatever order they came', () => {
  const values = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1 })
  fc.assert(
    fc.property(values, (given) => {
      const middle = median(given)
      const below = given.filter((value) => value < middle).length
      const above = given.filter((value) => value > middle).length
      expect(Math.max(below, above)).toBeLessThanOrEqual(given.length / 2)
      expect(median([...given].sort())).toBe(middle)
    }),
  )
})

test('summarises each measure over the rounds that have it', () => {
  expect(medians([{ a: 1, b: 4 }, { a: 3 }, { a: 8 }])).toEqual({ a: 3, b: 4 })
})
