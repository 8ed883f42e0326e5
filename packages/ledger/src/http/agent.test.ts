import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agentFamily } from './agent.ts'

const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ' +
  'Version/26.0 Mobile/15E148 Safari/604.1'

test('keeps the family and the major version of a browser, or nothing', () => {
  expect(agentFamily(SAFARI, 'family')).toBe('Safari 26')
  expect(agentFamily(SAFARI, 'none')).toBeUndefined()
  expect(agentFamily(undefined, 'family')).toBeUndefined()
  expect(agentFamily('x'.repeat(10_000), 'family')).toBeUndefined()
})

test('takes any header without breaking', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 600 }), (text) => {
      expect(agentFamily(text, 'family') ?? '').toMatch(/^[\w .+-]*$/)
    }),
  )
})
