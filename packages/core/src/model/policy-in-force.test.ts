import { expect, test } from 'vitest'
import { policyInForce } from './policy-in-force.ts'

const upcoming = { version: '2', url: '/2', effectiveFrom: '2026-12-01', summary: 'New' }
const policy = { version: '1', url: '/1', summary: 'Old', archive: '/policy/', upcoming }
const midnight = Date.UTC(2026, 11, 1)

test('is the present policy until the day of the announced one', () => {
  const { upcoming: _, ...present } = policy
  expect(policyInForce(policy, midnight - 1)).toEqual(present)
})

test('is the announced policy from its day on, with its own summary or none', () => {
  expect(policyInForce(policy, midnight)).toEqual({
    version: '2',
    url: '/2',
    summary: 'New',
    archive: '/policy/',
  })
  const { summary: _, ...silent } = upcoming
  expect(policyInForce({ ...policy, upcoming: silent }, midnight).summary).toBeUndefined()
})

test('begins at the midnight of the place whose offset is given', () => {
  const almaty = {
    ...policy,
    upcoming: { ...upcoming, effectiveFrom: '2026-12-01T00:00:00+05:00' },
  }
  expect(policyInForce(almaty, midnight - 5 * 36e5 - 1).version).toBe('1')
  expect(policyInForce(almaty, midnight - 5 * 36e5).version).toBe('2')
})

test.each([undefined, {}, { version: '1' }])('takes %j as it is', (given) => {
  expect(policyInForce(given, midnight)).toEqual(given ?? {})
})

test('stays with the present policy where the day is none', () => {
  const odd = { ...policy, upcoming: { ...upcoming, effectiveFrom: 'soon' } }
  expect(policyInForce(odd, midnight).version).toBe('1')
})
