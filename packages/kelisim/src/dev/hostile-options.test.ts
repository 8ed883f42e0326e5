import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verdict } from './testing/verdict.ts'

test.each([
  [null, 'options: is null; write an object'],
  ['data', 'options: is a text; write an object'],
  [[], 'options: is a list; write an object'],
  [() => ({}), 'options: is a function; write an object'],
  [{ texts: { ru: () => ({}) } }, 'texts.ru: is a function; write an object'],
  [{ nonce: () => 'ru' }, 'nonce: is a function; write a text'],
  [{ revision: Number.NaN }, 'revision: is NaN; write a whole number from 0 to 1000000'],
  [{ revision: 10n }, 'revision: is a bigint; write a whole number from 0 to 1000000'],
  [{ nonce: Symbol('x') }, 'nonce: is a symbol; write a text'],
  [{ [Symbol('x')]: 1 }, 'options: has a name that is a symbol, too long or not text; remove it'],
  [
    { texts: { ru: { '\ud800': 'x' } } },
    'texts.ru: has a name that is a symbol, too long or not text; remove it',
  ],
  [{ policy: new Date(0) }, 'policy: is an instance of Date; write an object'],
  [{ policy: new (class extends URL {})('a:b') }, 'policy: is an instance of URL; write an object'],
  [{ policy: Object.create({}) }, 'policy: is an instance of a class; write an object'],
  [{ policy: new URLSearchParams() }, 'policy: is an instance of URLSearchParams; write an object'],
  [{ services: new Map() }, 'services: is an instance of Map; write a list'],
  [{ languages: ['ru', undefined, 'kk'] }, 'languages[1]: is undefined; write a text'],
  [
    { nonce: 'x'.repeat(10_000_000) },
    'nonce: has 10000000 characters, at most 10000 make sense; write a text',
  ],
  [{ languages: Array.from({ length: 1e6 }) }, 'languages: has 1000000 entries; declare less'],
  [
    { categories: [...Array(31).keys()].map((id) => `c${id}`) },
    'categories: has 31 entries; write 30 at most',
  ],
  [{ nonce: 'x'.repeat(201) }, 'nonce: has 201 characters; write 200 at most'],
])('says what is wrong with what is no plain data: %#', (options, said) => {
  expect(verdict(options)).toBe(`bad-option: ${said}`)
})

test('calls no getter and survives a proxy that throws or has no end', () => {
  let calls = 0
  const trap = (): never => {
    throw Object.assign(Object.create(null), { toString: 1 })
  }
  const getter = Object.defineProperty({}, 'url', { get: () => calls++, enumerable: true })
  const endless: object = new Proxy(
    {},
    {
      ownKeys: () => ['a', 'b', 'c', 'd'],
      getOwnPropertyDescriptor: () => ({ value: endless, configurable: true, enumerable: true }),
    },
  )
  const nested = (): object =>
    new Proxy(
      {},
      {
        ownKeys: () => ['a', 'b', 'c', 'd'],
        getOwnPropertyDescriptor: () => ({ value: nested(), configurable: true, enumerable: true }),
      },
    )
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  expect(verdict({ policy: getter })).toBe(
    'bad-option: policy.url: is a getter; write the value itself',
  )
  expect(calls).toBe(0)
  expect(verdict({ policy: new Proxy({}, { ownKeys: trap }) })).toBe(
    'bad-option: policy: cannot be read; write an object',
  )
  expect(verdict(proxy)).toBe('bad-option: options: cannot be read; write an object')
  expect(verdict(endless)).toMatch(
    /^bad-option: \d+ problems\n- a: refers back to what it is part of/,
  )
  expect(verdict(nested())).toBe('bad-option: options: hold more than 5000 values; declare less')
})

test('survives cycles, depth and width', () => {
  const cycle: Record<string, unknown> = {}
  cycle.policy = cycle
  expect(verdict(cycle)).toBe(
    'bad-option: policy: refers back to what it is part of; write an object',
  )
  let deep: unknown = {}
  for (let level = 0; level < 100_000; level++) deep = { policy: deep }
  expect(verdict(deep)).toMatch(/is nested too deeply; leave it out/)
  const wide = Object.fromEntries([...Array(100_000).keys()].map((key) => [`k${key}`, key]))
  expect(verdict(wide)).toBe('bad-option: options: hold more than 5000 values; declare less')
  const many = Array.from({ length: 100 }, () => ({ label: { ru: 5 } }))
  expect(verdict({ categories: many })).toMatch(/^bad-option: 201 problems/)
  const odd = Object.fromEntries([...Array(200).keys()].map((key) => [`k${key}`, key]))
  expect(verdict(odd).split('\n')).toHaveLength(52)
  expect(verdict(odd)).toMatch(/^bad-option: 200 problems\n.*\n- … and 150 more$/s)
})

test('any JSON value passes or is refused by name', () => {
  const keys = [
    'policy',
    'services',
    'categories',
    'texts',
    'id',
    'category',
    'ru',
    '__proto__',
    'load',
  ]
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.jsonValue({ maxDepth: 2 }),
      fc.dictionary(fc.constantFrom(...keys), tie('tree'), { maxKeys: 4 }),
      fc.array(tie('tree'), { maxLength: 4 }),
    ),
  }))
  fc.assert(
    fc.property(tree, (options) => {
      expect(verdict(options)).toBeTypeOf('string')
    }),
  )
})

test('any value passes or is refused by name', () => {
  const any = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
  })
  const property = fc.property(any, (value) => {
    expect(verdict(value)).toBeTypeOf('string')
    expect(verdict({ services: value, categories: [value] })).toBeTypeOf('string')
  })
  fc.assert(property)
})
