import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Colour, contrast, over } from './contrast.ts'

const colour = (): fc.Arbitrary<Colour> =>
  fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.constant(1))

test.each([
  ['black on white', [0, 0, 0, 1], [255, 255, 255, 1], 21],
  ['a colour on itself', [9, 99, 199, 1], [9, 99, 199, 1], 1],
  ['the grey that just passes on white', [118, 118, 118, 1], [255, 255, 255, 1], 4.54],
] as const)('measures %s', (_, one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 2)
})

test('is the same both ways and never outside 1 to 21', () => {
  fc.assert(
    fc.property(colour(), colour(), (one, other) => {
      const ratio = contrast(one, other)
      expect(ratio).toBe(contrast(other, one))
      expect(ratio).toBeGreaterThanOrEqual(1)
      expect(ratio).toBeLessThanOrEqual(21)
    }),
  )
})

test('lays a colour over another by how much of it there is', () => {
  const [white, black]: Colour[] = [
    [255, 255, 255, 1],
    [0, 0, 0, 1],
  ]
  expect(over([0, 0, 0, 0.6], white as Colour)).toEqual([102, 102, 102, 1])
  expect(over([9, 9, 9, 0], black as Colour)).toEqual(black)
  expect(over([9, 9, 9, 1], black as Colour)).toEqual([9, 9, 9, 1])
})
