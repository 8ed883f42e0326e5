import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameMatcher } from './name-matcher.ts'

test.each([
  ['_ga', '_ga', true],
  ['_ga', '_ga_', false],
  ['_ga', '_GA', false],
  ['_ga_*', '_ga_', true],
  ['_ga_*', '_ga', false],
  ['*_mixpanel', 'mp_1_mixpanel', true],
  ['mp_*_mixpanel', 'mp__mixpanel', true],
  ['mp_*_mixpanel', 'mp_mixpanel', false],
  ['a*a', 'a', false],
  ['ab*ba', 'aba', false],
  ['a**c', 'abc', true],
  ['a.c*', 'abc', false],
  ['(a+)+$', 'aaaa', false],
  ['*', '', true],
  ['', '', true],
  ['', 'a', false],
])('compares %j with %j', (pattern, name, expected) => {
  expect(nameMatcher([pattern])(name)).toBe(expected)
})

// Slow and plain: either the star takes one more character, or it ends here.
function fits(pattern: string, name: string): boolean {
  if (!pattern) return !name
  if (pattern.startsWith('*'))
    return fits(pattern.slice(1), name) || (!!name && fits(pattern, name.slice(1)))
  return !!name && pattern[0] === name[0] && fits(pattern.slice(1), name.slice(1))
}

test('agrees with the plain definition of a glob', () => {
  const text = (letters: string) => fc.string({ unit: fc.constantFrom(...letters), maxLength: 10 })
  fc.assert(
    fc.property(fc.array(text('ab*'), { maxLength: 4 }), text('ab'), (patterns, name) => {
      expect(nameMatcher(patterns)(name)).toBe(patterns.some((pattern) => fits(pattern, name)))
    }),
    { numRuns: 2_000 },
  )
})

/** The best of some runs, because other work on the machine only ever makes them slower. */
function fastest(patterns: readonly string[], names: readonly string[]): number {
  const times = Array.from({ length: 7 }, () => {
    const from = performance.now()
    names.filter(nameMatcher(patterns))
    return performance.now() - from
  })
  return Math.min(...times)
}

test('compares 10,000 names with 100 patterns in 20 ms', () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `_vendor_${'a'.repeat(24)}_${index}`)
  const patterns = Array.from({ length: 50 }, (_, index) => [`_vendor_${index}_*_id`, `_v${index}`])
  expect(fastest(patterns.flat(), names)).toBeLessThan(20)
})

test('takes no longer than a name is long, however a pattern is made', () => {
  const names = Array.from({ length: 100 }, () => 'a'.repeat(4_000))
  // A regular expression made of it would take longer than the test may.
  expect(fastest([`${'a*'.repeat(1_000)}b*`], names)).toBeLessThan(200)
})
