import { afterEach, expect, test } from 'vitest'
import { ownOptions } from './own-options.ts'

afterEach(() => {
  Reflect.deleteProperty(Object.prototype, 'services')
})

test('takes nothing from the prototype', () => {
  Object.assign(Object.prototype, { services: [{ id: 'evil', category: 'analytics' }] })
  const { services, policy } = ownOptions<Record<string, unknown>>({ policy: {} })
  expect(services).toBeUndefined()
  expect((policy as Record<string, unknown>)['services']).toBeUndefined()
})

test('changes nothing when the given object changes later', () => {
  const given = { categories: ['analytics'], policy: { version: '1' } }
  const own = ownOptions(given)
  given.categories.push('marketing')
  given.policy.version = '2'
  expect(own).toEqual({ categories: ['analytics'], policy: { version: '1' } })
})

test('reads each getter once and keeps functions as they are', () => {
  let reads = 0
  const load = () => {}
  const own = ownOptions({
    get revision() {
      return ++reads
    },
    services: [{ load }],
  })
  expect([own.revision, own.revision, own.services[0]?.load]).toEqual([1, 1, load])
})
