import { describe, expect, test } from 'vitest'
import { putBetweenMarks } from './readme.ts'
import { type Row, ROWS } from './rows.ts'
import { table } from './table.ts'
import { fieldOf, figure, type Result, verdict } from './verdict.ts'
import { waterfall } from './waterfall.ts'

const result = (kind: Result['kind'], short: string, sample: Result['sample']): Result => ({
  name: short,
  short,
  kind,
  sample,
})
const row = (target?: Row['target']): Row => ({
  title: 'usable, ms',
  value: ({ usableMs }) => usableMs,
  ...(target && { target }),
})
const field = (own: number, vanilla = 800, klaro = 1_000) =>
  fieldOf(
    [
      result('page alone', 'page', {}),
      result('ours', 'kelisim', { usableMs: own }),
      result('rival', 'vanilla-cc', { usableMs: vanilla }),
      result('rival', 'klaro', { usableMs: klaro }),
      result('rival', 'silent', {}),
      result('floor', 'floor', { usableMs: 400 }),
    ],
    'vanilla-cc',
  )

describe('a verdict', () => {
  test('says whom we are behind', () => {
    expect(verdict(row(), field(700))).toBe('ahead')
    expect(verdict(row(), field(900))).toBe('**behind vanilla-cc**')
    expect(verdict(row(), field(1_100))).toBe('**behind vanilla-cc, klaro**')
  })

  test('does not take for ahead what looks the same in the table', () => {
    expect(verdict(row(), field(799.6))).toBe('level')
  })

  test('says how far a ratio is from its target', () => {
    const toRival = row({ times: 0.65, of: 'yardstick' })
    expect(verdict(toRival, field(520))).toBe('ahead; 0.65× vanilla-cc (≤ 0.65)')
    expect(verdict(toRival, field(530))).toBe('ahead; **0.66× vanilla-cc, over 0.65**')
    expect(verdict(row({ times: 1.05, of: 'floor' }), field(440))).toBe(
      'ahead; **1.10× floor, over 1.05**',
    )
  })

  test('says whether a limit is kept', () => {
    expect(verdict(row({ atMost: 40 }), field(40.4))).toBe('ahead; ≤ 40')
    expect(verdict(row({ atMost: 40 }), field(41))).toBe('ahead; **over 40**')
  })

  test('says nothing of what was not measured', () => {
    expect(verdict({ title: '', value: () => undefined, target: { atMost: 1 } }, field(1))).toBe('')
    const alone = [result('page alone', 'page', {}), result('ours', 'kelisim', { usableMs: 1 })]
    expect(verdict(row({ times: 0.65, of: 'yardstick' }), fieldOf(alone, 'x'))).toBe('')
  })
})

test('needs the page alone and us to compare with', () => {
  expect(() => fieldOf([result('rival', 'klaro', {})], 'klaro')).toThrow(/have to be measured/)
})

test('shows figures with the digits of their row, and no minus before a zero', () => {
  const own = result('ours', 'kelisim', { usableMs: -0.04 })
  expect(figure(row(), own, {})).toBe('0')
  expect(figure({ ...row(), digits: 1 }, own, {})).toBe('0.0')
  expect(figure({ ...row(), digits: 2 }, own, {})).toBe('-0.04')
})

test('counts what is added from the page alone', () => {
  const bytes = ROWS.find(({ title }) => title === 'first visit, +kB')
  expect(bytes?.value({ firstBytes: 13_000 }, { firstBytes: 600 })).toBe(12.4)
  expect(bytes?.value({ firstBytes: 13_000 }, {})).toBeUndefined()
})

test('counts what more gated scripts cost without what they cost the page itself', () => {
  const more = ROWS.find(({ title }) => title === '1,000 gated scripts: more to load than 10, ms')
  const own = { taskMs10: 150, taskMs1000: 260 }
  expect(more?.value(own, { taskMs10: 50, taskMs1000: 140 })).toBe(20)
})

test('writes a table of the rows that were measured', () => {
  const results = [
    result('page alone', 'page', {}),
    result('ours', 'kelisim', { usableMs: 520 }),
    result('rival', 'vanilla-cc', { usableMs: 800 }),
  ]
  expect(table(results, fieldOf(results, 'vanilla-cc'))).toBe(`\
|  | kelisim | vanilla-cc | kelisim is |
| --- | --: | --: | --- |
| banner usable, Slow 4G, ms | 520 | 800 | ahead; 0.65× vanilla-cc (≤ 0.65) |`)
})

test('replaces what is between the marks, and nothing else', () => {
  const written = putBetweenMarks('a\n<!--bench-->old<!--/bench-->\nb', 'costs $& and $1')
  expect(written).toBe('a\n<!--bench-->\n\ncosts $& and $1\n\n<!--/bench-->\nb')
  expect(putBetweenMarks(written, 'costs $& and $1')).toBe(written)
  expect(() => putBetweenMarks('no marks', '')).toThrow(/<!--bench-->/)
})

test('shows when files came by their medians', () => {
  const at = (startMs: number, endMs: number) => [{ path: '/a.js', startMs, endMs }]
  expect(waterfall([at(10, 40), at(12, 90), at(300, 50)])).toMatch(/\/a\.js +12 \.\.\. +50 ms/)
})
