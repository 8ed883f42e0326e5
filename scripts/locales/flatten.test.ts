import { expect, test } from 'vitest'
import { flatten } from './flatten.ts'

test('joins the names of a path with dots', () => {
  expect(flatten({ a: { b: { c: 'x' }, d_one: 'y' }, e: 'z' })).toEqual({
    'a.b.c': 'x',
    'a.d_one': 'y',
    e: 'z',
  })
})

test('keeps what is not a filled object as it is', () => {
  const odd = { list: ['x'], nothing: null, number: 1, empty: {} }
  expect(flatten({ a: odd })).toEqual({
    'a.list': ['x'],
    'a.nothing': null,
    'a.number': 1,
    'a.empty': {},
  })
})

test('takes "__proto__" for a name like any other', () => {
  const flat = flatten(JSON.parse('{"__proto__":"x","a":{"__proto__":{"b":"y"}}}'))
  expect(Object.entries(flat)).toEqual([
    ['__proto__', 'x'],
    ['a.__proto__.b', 'y'],
  ])
})
