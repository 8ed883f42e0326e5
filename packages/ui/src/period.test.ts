// @vitest-environment happy-dom
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { period } from './period.ts'
import { textsOf } from './testing/fake-core.ts'
import { createTranslate } from './translate.ts'
import { createTranslatePlural } from './translate-plural.ts'

const LANGUAGES = ['kk', 'ru', 'en'] as const

const sayIn = (language: string) => {
  const texts = textsOf(`periods.${language}`)
  return createTranslatePlural(language, [texts], createTranslate(texts))
}
const inAll = (lifetime: string | undefined) =>
  LANGUAGES.map((language) => period(lifetime, sayIn(language)))

test.each([
  ['PT20H', ['20 сағат', '20 часов', '20 hours']],
  ['P1Y', ['1 жыл', '1 год', '1 year']],
  ['P2Y', ['2 жыл', '2 года', '2 years']],
  ['P10Y', ['10 жыл', '10 лет', '10 years']],
  ['P13M', ['13 ай', '13 месяцев', '13 months']],
  ['P21D', ['21 күн', '21 день', '21 days']],
  ['P3W', ['3 апта', '3 недели', '3 weeks']],
  ['PT30M', ['30 минут', '30 минут', '30 minutes']],
  ['P1Y2M', ['1 жыл 2 ай', '1 год 2 месяца', '1 year 2 months']],
  ['P1DT12H', ['1 күн 12 сағат', '1 день 12 часов', '1 day 12 hours']],
  ['session', ['браузер жабылғанға дейін', 'до закрытия браузера', 'until the browser is closed']],
  ['persistent', ['мерзімсіз', 'бессрочно', 'no expiry']],
])('says %s in the forms of each language', (lifetime, expected) => {
  expect(inAll(lifetime)).toEqual(expected)
})

test.each(['', undefined, 'P', 'P1YT', '1 year', 'P1.5Y', 'p1y', 'P-1Y', 'P1Y '])(
  'guesses nothing from %o',
  (lifetime) => {
    expect(inAll(lifetime)).toEqual([
      'мерзімі көрсетілмеген',
      'срок не указан',
      'period not stated',
    ])
  },
)

test('keeps the number and the unit that were declared', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.constantFrom(...LANGUAGES), (count, language) => {
      const days = period(`P${count}D`, sayIn(language))
      const unit = new Intl.NumberFormat(language, {
        style: 'unit',
        unit: 'day',
        unitDisplay: 'long',
        useGrouping: false,
      })
      expect(days).toBe(unit.format(count).replace(/\s/g, ' '))
    }),
  )
})
