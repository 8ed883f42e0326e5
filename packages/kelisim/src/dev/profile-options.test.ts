import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasCheckDigit } from './operator-problems.ts'
import { verdict } from './testing/verdict.ts'

const operator = { name: 'ТОО «Пример»', bin: '123456789013', email: 'privacy@example.kz' }
const { bin: _, ...nameless } = operator
const service = { id: 'chat', category: 'functional' }

test('asks for the БИН in Kazakhstan, which is the profile where none is chosen', () => {
  expect(verdict({ operator: nameless })).toBe(
    'bad-option: operator.bin: is missing under the profile KZ; add it: the БИН, or as `iin` the ИИН, is part of the consent (Law 94-V of Kazakhstan, article 8(4))',
  )
  expect(verdict({ profile: 'KZ', operator })).toBe('')
  expect(verdict({ operator: { ...nameless, iin: '900101300017' } })).toBe('')
})

test('asks for the ИНН in Russia, and for neither in the European Union', () => {
  expect(verdict({ profile: 'RU', operator })).toContain(
    'operator.inn: is missing under the profile RU',
  )
  expect(verdict({ profile: 'RU', operator: { ...nameless, inn: '1234567890' } })).toBe('')
  expect(verdict({ profile: 'EU', operator: nameless })).toBe('')
  expect(verdict({ profile: 'EU', operator: { name: 'Example' } })).toContain('operator.email: ')
})

test('asks for an operator where a profile is chosen', () => {
  expect(verdict({ profile: 'RU' })).toBe(
    'bad-option: operator: is missing under the profile RU; give it name, inn, email',
  )
  expect(verdict({ profile: 'US' })).toBe('bad-option: profile: is "US"; write "KZ", "RU" or "EU"')
})

test('refuses a БИН or ИИН with a wrong digit', () => {
  expect(verdict({ operator: { ...operator, bin: '123456789012' } })).toBe(
    'bad-option: operator.bin: "123456789012" is mistyped, its last digit does not fit; compare it with the certificate of registration',
  )
  expect(verdict({ operator: { ...operator, iin: '900101300018' } })).toContain('operator.iin: ')
})

test('finds a mistyped digit among the first ten of a БИН, unless the other pass makes up for it', () => {
  const digit = fc.integer({ min: 1, max: 9 })
  // A number of a real company, and one whose first pass leaves ten.
  const numbers = fc.constantFrom('201140018545', '123456789013')
  fc.assert(
    fc.property(numbers, fc.nat({ max: 9 }), digit, (number, at, by) => {
      const other = (Number(number[at]) + by) % 10
      const changed = number.slice(0, at) + other + number.slice(at + 1)
      expect(hasCheckDigit(number)).toBe(true)
      // Where one pass leaves ten, the other decides, and may by chance end in the same digit.
      if (hasCheckDigit(changed)) expect(passes(changed)).not.toBe(passes(number))
    }),
  )
})

/** How many passes a number takes. */
const passes = (number: string): number =>
  [...number].slice(0, 11).reduce((sum, sign, index) => sum + Number(sign) * (index + 1), 0) %
    11 ===
  10
    ? 2
    : 1

test.each(['contract', 'legal-obligation', 'legitimate-interest'])(
  'refuses "%s" as the basis of what the visitor is asked about',
  (legalBasis) => {
    expect(verdict({ services: [{ ...service, category: 'analytics', legalBasis }] })).toBe(
      `bad-option: services[0].legalBasis: is "${legalBasis}", but the visitor is asked about "analytics"; leave it out: only what is in "necessary" goes without consent`,
    )
    expect(verdict({ categories: [{ id: 'marketing', legalBasis }] })).toContain(
      'categories[0].legalBasis: ',
    )
    expect(verdict({ services: [{ ...service, category: 'necessary', legalBasis }] })).toBe('')
  },
)

test('takes consent as the basis anywhere', () => {
  expect(verdict({ services: [{ ...service, legalBasis: 'consent' }] })).toBe('')
})

test.each(['*', '**', 'kelisim*', '*-records', '__Host-*', 'k*'])(
  'refuses %s as a name of storage',
  (name) => {
    const storage = [
      { kind: 'cookie', name: '_ga' },
      { kind: 'local', name },
    ]
    expect(verdict({ services: [{ ...service, storage }] })).toContain(
      `services[0].storage[1].name: "${name}" reaches what others keep`,
    )
  },
)

test('finds a Cyrillic letter in any address, however deep', () => {
  expect(verdict({ services: [{ ...service, match: ['youtub\u0435.com/embed'] }] })).toContain(
    'services[0].match[0]: ',
  )
  expect(verdict({ texts: { ru: { 'notice.policy': 'https://ex\u0430mple.kz' } } })).toContain(
    'texts.ru["notice.policy"]: ',
  )
  expect(verdict({ texts: { ru: { 'notice.policy': 'Cookie-файлы' } } })).toBe('')
})
