import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pack, unpack } from './share-link.ts'

test('reads what was packed, and packs only what an address may carry', () => {
  const property = fc.property(fc.jsonValue(), (value) => {
    const packed = pack(value)
    expect(packed).toMatch(/^[\w-]*$/)
    expect(unpack(packed)).toEqual(JSON.parse(JSON.stringify(value)))
  })
  fc.assert(property)
})

test('takes any other text for nothing, and never throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => unpack(text)).not.toThrow()
    }),
  )
  const packed = pack({ options: { operator: { name: 'ТОО «Дала»' } } })
  expect(unpack(packed.slice(0, -4))).toBeUndefined()
})

test('does not unfold what has no end', () => {
  expect(unpack(pack('a'.repeat(5_000_000)))).toBeUndefined()
})
