import { expect, test } from 'vitest'
import { assertNames } from './assert-names.ts'

const services = (name: string) => [
  { id: 'own', category: 'analytics', storage: [{ kind: 'cookie' as const, name }] },
]

test.each(['*', '**', ''])('refuses "%s" as a name of storage before anybody is asked', (name) => {
  expect(() => assertNames({ services: services(name) })).toThrow(
    `bad-option: storage "${name}" of service "own"`,
  )
})

test('takes globs that begin or end with a text', () => {
  for (const name of ['_ga*', '*_id', 'a*b'])
    expect(() => assertNames({ services: services(name) })).not.toThrow()
})
