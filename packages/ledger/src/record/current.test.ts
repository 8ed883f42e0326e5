import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currentOf } from './current.ts'

const at = (second: number) => new Date(second * 1000).toISOString()
const record = (second: number, isOn: boolean) => ({
  at: at(second),
  categories: { analytics: isOn },
  services: {},
})

test('takes the latest decision', () => {
  const [first, second] = [record(1, false), record(2, true)]
  expect(currentOf([first, second])).toBe(second)
  expect(currentOf([])).toBeNull()
})

test('lets a late grant change nothing and a late refusal count', () => {
  const [withdrawal, late] = [record(5, false), record(3, true)]
  expect(currentOf([withdrawal, late])).toBe(withdrawal)
  const [grant, refusal] = [record(5, true), record(3, false)]
  expect(currentOf([grant, refusal])).toBe(refusal)
})

test('allows nothing that the newest decision refused, in whatever order records arrive', () => {
  const records = fc.uniqueArray(fc.record({ second: fc.nat(1000), isOn: fc.boolean() }), {
    selector: ({ second }) => second,
    minLength: 1,
  })
  fc.assert(
    fc.property(records, (list) => {
      const newest = list.reduce((a, b) => (b.second > a.second ? b : a))
      const current = currentOf(list.map(({ second, isOn }) => record(second, isOn)))
      expect(!newest.isOn && current?.categories.analytics).toBe(false)
    }),
  )
})
