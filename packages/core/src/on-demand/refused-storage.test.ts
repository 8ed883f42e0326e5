import { expect, test } from 'vitest'
import { resolveAsked } from '../model/asked.ts'
import { isRefused } from '../model/is-refused.ts'
import type { Decision } from '../model/decision.ts'
import type { Options, Service, StorageEntry } from '../model/options.ts'
import { decide } from './decide.ts'
import { refusedStorage } from './refused-storage.ts'

const cookie = (name: string, party?: 1 | 3): StorageEntry => ({
  kind: 'cookie',
  name,
  ...(party && { party }),
})
const counter: Service = { id: 'counter', category: 'analytics', storage: [cookie('_c*')] }
const pixel: Service = { id: 'pixel', category: 'marketing', storage: [cookie('_p')] }

function answered(options: Options, answers: Parameters<typeof decide>[1]) {
  const asked = resolveAsked(options)
  return { asked, decision: decide(null, answers, asked) as Decision }
}

/** Which of the names are swept when the categories are answered so. */
function swept(
  services: readonly Service[],
  categories: Readonly<Record<string, boolean>>,
  names: readonly string[],
) {
  const { asked, decision } = answered({ services: [...services] }, { categories })
  const found = refusedStorage('cookie', decision, asked)
  return found ? names.filter(found.matches) : undefined
}

test('takes what refused services declare, and nothing that nobody declares', () => {
  const names = ['_c1', '_p', 'session', 'kelisim']
  const both = [counter, pixel]
  expect(swept(both, { analytics: false, marketing: false }, names)).toEqual(['_c1', '_p'])
  expect(swept(both, { analytics: true, marketing: false }, names)).toEqual(['_p'])
  expect(swept(both, { analytics: true, marketing: true }, names)).toBeUndefined()
  expect(swept(both, {}, names)).toBeUndefined()
})

test('takes what services keep that the profile leaves out, whatever was answered', () => {
  const services = [
    { ...counter, country: 'US' },
    { ...pixel, country: 'RU' },
  ]
  const answers = { categories: { analytics: true, marketing: true } }
  const { asked, decision } = answered({ profile: 'RU', services }, answers)
  const found = refusedStorage('cookie', decision, asked)
  expect(['_c1', '_p', 'session'].filter((name) => found?.matches(name))).toEqual(['_c1'])
})

test('leaves a name that another service declares, which is allowed, necessary or not answered', () => {
  const refused = { analytics: false }
  const other = (category: string): Service => ({
    id: 'other',
    category,
    storage: [cookie('_c_shared'), cookie('_cs*')],
  })
  const names = ['_c_shared', '_cs1', '_c1']
  expect(swept([counter, other('necessary')], refused, names)).toEqual(['_c1'])
  expect(swept([counter, other('marketing')], { ...refused, marketing: true }, names)).toEqual([
    '_c1',
  ])
  expect(swept([counter, other('marketing')], refused, names)).toEqual(['_c1'])
  expect(swept([counter, other('marketing')], { ...refused, marketing: false }, names)).toEqual(
    names,
  )
})

test('never takes what Kelisim keeps, what a vendor keeps on its own host, or everything', () => {
  const storage = ['*', '**', 'k*', '__*', '__Host-kelisim', 'kelisim-records'].map((name) =>
    cookie(name),
  )
  const greedy = { ...counter, storage: [...storage, cookie('vendor', 3)] }
  const own = ['__Host-kelisim', '__Secure-kelisim', 'kelisim', 'kelisim-site', 'kelisim-records']
  expect(swept([greedy], { analytics: false }, [...own, 'vendor', 'session', 'k1'])).toEqual(['k1'])
})

test('lists names without a star for browsers that list none', () => {
  const storage = [cookie('_a'), cookie('_b*'), cookie('kelisim'), cookie('_p')]
  const { asked, decision } = answered(
    { services: [{ ...counter, storage }, pixel] },
    { categories: { analytics: false, marketing: true } },
  )
  expect(refusedStorage('cookie', decision, asked)?.exact).toEqual(['_a'])
  expect(refusedStorage('local', decision, asked)).toBeUndefined()
})

test('takes for refused only what the visitor has refused', () => {
  const services = [counter, { ...counter, id: 'other' }]
  const refusedOf = (answers: Parameters<typeof decide>[1], later: Options = { services }) => {
    const { decision } = answered({ services }, answers)
    const asked = resolveAsked(later)
    return [...asked.services.values()]
      .filter((service) => isRefused(decision, asked, service))
      .map(({ id }) => id)
  }
  expect(refusedOf({ categories: { analytics: false } })).toEqual(['counter', 'other'])
  expect(refusedOf({ categories: { analytics: false }, services: { other: true } })).toEqual([
    'counter',
  ])
  // Only one service was answered; nobody has said anything about the other.
  expect(refusedOf({ services: { counter: true } })).toEqual([])
  // What was allowed and is asked again is not refused; what was refused stays so.
  const grown = { services: [...services, { id: 'new', category: 'analytics' }] }
  expect(refusedOf({ categories: { analytics: true } }, grown)).toEqual([])
  expect(refusedOf({ categories: { analytics: false } }, grown)).toEqual([
    'counter',
    'other',
    'new',
  ])
})
