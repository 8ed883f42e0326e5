import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Branch, valueAt, withValue } from './tree.ts'

test('sets and takes away a value, and leaves nothing empty behind', () => {
  const set = withValue({ a: 1 }, ['operator', 'name'], 'x')
  expect(set).toEqual({ a: 1, operator: { name: 'x' } })
  expect(withValue(set, ['operator', 'name'], undefined)).toEqual({ a: 1 })
})

test('keeps the order of names and of lists', () => {
  expect(Object.keys(withValue({ a: 1, b: 2, c: 3 }, ['a'], 4))).toEqual(['a', 'b', 'c'])
  const services = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
  expect(withValue({ services }, ['services', 1], undefined)).toEqual({
    services: [{ id: 'a' }, { id: 'c' }],
  })
  expect(withValue({ services }, ['services', 3, 'id'], 'd')).toEqual({
    services: [...services, { id: 'd' }],
  })
})

test('finds nothing that is only inherited', () => {
  expect(valueAt({}, ['constructor'])).toBeUndefined()
})

test('gives back what was set, whatever else is there', () => {
  const property = fc.property(
    fc.dictionary(fc.string(), fc.jsonValue()),
    fc.array(fc.string(), { minLength: 1, maxLength: 4 }),
    fc.string({ minLength: 1 }),
    (tree, path, value) => {
      expect(valueAt(withValue(tree as Branch, path, value), path)).toBe(value)
    },
  )
  fc.assert(property)
})
