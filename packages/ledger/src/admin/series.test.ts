import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Stats } from './ledger-client.ts'
import { byAnswer, byEvent, byLanguage, daysOf, total } from './series.ts'

const group = { site: 'https://shop.kz', policyVersion: '1' }
const choice = (day: string, language: string, event: string, count: number) => ({
  ...group,
  day,
  language,
  event,
  count,
  version: '0.1.0',
})
const answer = (day: string, language: string, allowed: number, refused: number) => ({
  ...group,
  day,
  language,
  allowed,
  refused,
  category: 'analytics',
})
const STATS: Stats = {
  from: '2026-02-27',
  to: '2026-03-01',
  choices: [
    choice('2026-02-27', 'ru', 'granted', 1),
    choice('2026-03-01', 'kk', 'granted', 4),
    choice('2026-03-01', 'kk', 'refused', 2),
  ],
  categories: [answer('2026-02-27', 'ru', 0, 1), answer('2026-03-01', 'kk', 4, 2)],
  missingTexts: [],
}

test('names every day of a period, the last one too', () => {
  expect(daysOf(STATS)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
  expect(daysOf({ from: '2026-03-01', to: '2026-03-01' })).toEqual(['2026-03-01'])
  expect(daysOf({ from: '2026-03-02', to: '2026-03-01' })).toEqual([])
  expect(daysOf({ from: '', to: '2026-03-01' })).toEqual([])
})

test('counts choices by language, the most frequent first, and days without any as none', () => {
  expect(byLanguage(STATS)).toEqual([
    { id: 'kk', values: [0, 0, 6] },
    { id: 'ru', values: [1, 0, 0] },
  ])
})

test('counts what was answered about a category, in all languages or in one', () => {
  expect(byAnswer(STATS, 'analytics')).toEqual([
    { id: 'allowed', values: [0, 0, 4] },
    { id: 'refused', values: [1, 0, 2] },
  ])
  expect(byAnswer(STATS, 'analytics', 'ru')).toEqual([
    { id: 'allowed', values: [0, 0, 0] },
    { id: 'refused', values: [1, 0, 0] },
  ])
  expect(byAnswer(STATS, 'marketing').map(({ values }) => total(values))).toEqual([0, 0])
})

test('counts what happened, in all languages or in one', () => {
  expect(byEvent(STATS)).toEqual([
    ['granted', 5],
    ['refused', 2],
  ])
  expect(byEvent(STATS, 'ru')).toEqual([['granted', 1]])
})

test('loses no choice, however they are spread', () => {
  const day = fc.constantFrom(...daysOf(STATS))
  const row = fc.tuple(day, fc.constantFrom('kk', 'ru', 'xx'), fc.nat({ max: 1e6 }))
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const choices = rows.map(([at, language, count]) => choice(at, language, 'granted', count))
      const sums = byLanguage({ ...STATS, choices }).map(({ values }) => total(values))
      expect(total(sums)).toBe(total(rows.map(([, , count]) => count)))
    }),
  )
})
