import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hash } from '../model/hash.ts'
import { encode, type NewDecision } from '../on-demand/encode.ts'
import { decode as decodeIn } from './decode.ts'
import vectors from './vectors.json' with { type: 'json' }

const NOW = Date.UTC(2026, 10, 21, 10, 0, 0)
const decode = (text: string, now: number, gpc = false) => decodeIn(text, { now: () => now, gpc })
const DAY_MS = 864e5

const name = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,31}$/)
const hashed = fc.stringMatching(/^[01p][0-9a-z]{6}$/)
const hex = (digits: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`))
const seconds = (min: number, max: number) => fc.integer({ min, max }).map((value) => value * 1e3)

const decisions: fc.Arbitrary<NewDecision> = fc
  .record({
    id: hex(32),
    secret: hex(24),
    firstAt: seconds(1e9, NOW / 1e3),
    age: seconds(0, 86_400),
    days: fc.integer({ min: 2, max: 400 }),
    policyVersion: fc.stringMatching(/^[\w.-]{0,32}$/),
    language: fc.constantFrom('kk', 'ru', 'en', 'uz-latn'),
    method: fc.constantFrom('click', 'key', 'api', 'tool', 'migrated' as const),
    asked: fc.dictionary(name, hashed, { maxKeys: 6 }),
    allowed: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    services: fc.dictionary(name, fc.boolean(), { maxKeys: 8 }),
  })
  .map(({ id, age, allowed, asked, services, ...rest }) => ({
    ...rest,
    consentId: id.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    at: NOW - age,
    categories: own(Object.fromEntries(Object.keys(asked).map((key, i) => [key, !!allowed[i]]))),
    services: own(services),
    asked: own(asked),
  }))

const own = <T>(values: Record<string, T>): Record<string, T> =>
  Object.assign(Object.create(null), values)

test('decodes what was encoded', () => {
  fc.assert(
    fc.property(decisions, (decision) => {
      const { days, ...rest } = decision
      const text = encode(decision)
      const expiresAt = decision.at + days * DAY_MS
      expect(decode(text, NOW)).toEqual({ ...rest, expiresAt, text })
    }),
  )
})

test('lets Global Privacy Control take back the grants that yield to it, and nothing else', () => {
  fc.assert(
    fc.property(decisions, fc.func(fc.boolean()), (decision, yields) => {
      const names = [...Object.keys(decision.categories), ...Object.keys(decision.services)]
      const yielding = names.filter((each) => yields(each))
      const text = encode({ ...decision, yielding })
      const left = (answers: Readonly<Record<string, boolean>>) =>
        own(
          Object.fromEntries(
            Object.entries(answers).map(([id, is]) => [id, is && !yielding.includes(id)]),
          ),
        )
      expect(decode(text, NOW)).toMatchObject({
        categories: decision.categories,
        services: decision.services,
      })
      const under = decode(text, NOW, true)
      expect([under?.categories, under?.services]).toEqual([
        left(decision.categories),
        left(decision.services),
      ])
    }),
  )
})

test('writes only characters that a cookie needs no escaping for', () => {
  fc.assert(
    fc.property(decisions, (decision) => {
      expect(encode(decision)).toMatch(/^[\w.:~-]+$/)
    }),
  )
})

test('never throws and accepts nothing that was not encoded', () => {
  const pieces = fc.constantFrom(
    '1~',
    '~',
    '.',
    ':',
    'kk',
    'analytics:1:0abcdef',
    '%',
    '{',
    'null',
    '[',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (value) => {
      expect(decode(value, NOW)).toBeNull()
    }),
    { numRuns: process.env['KELISIM_LONG'] ? 100_000 : 500 },
  )
})

test('refuses a value with any one character changed, added or left out', () => {
  fc.assert(
    fc.property(
      decisions,
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 1 }),
      (decision, seed, other) => {
        const text = encode(decision)
        const at = seed % text.length
        const [before, after] = [text.slice(0, at), text.slice(at + 1)]
        fc.pre(text[at] !== other)
        expect(decode(before + other + after, NOW)).toBeNull()
        expect(decode(before + other + text.slice(at), NOW)).toBeNull()
        if (before + after !== text) expect(decode(before + after, NOW)).toBeNull()
      },
    ),
  )
})

const decision: NewDecision = {
  consentId: '01a1f0e5-2c40-7abc-8def-0123456789ab',
  secret: '0123456789abcdef01234567',
  firstAt: NOW - 10 * DAY_MS,
  at: NOW - DAY_MS,
  days: 365,
  policyVersion: '2026-11-01',
  language: 'kk',
  method: 'click',
  categories: { analytics: true, marketing: false },
  services: { youtube: true },
  asked: { analytics: '0abcdef', marketing: '1abcdef' },
}

test('asks again from the moment that the decision expires', () => {
  const text = encode(decision)
  expect(decode(text, decision.at + 365 * DAY_MS - 1)).not.toBeNull()
  expect(decode(text, decision.at + 365 * DAY_MS)).toBeNull()
})

test('keeps a refusal when the clock moves back by less than a day', () => {
  const text = encode(decision)
  expect(decode(text, decision.at - DAY_MS + 1)).not.toBeNull()
  expect(decode(text, decision.at - DAY_MS)).toBeNull()
})

test.each([0, -1e12, NaN, 8.64e15, Infinity])('asks again when the time is %s', (at) => {
  expect(decode(encode({ ...decision, at }), NOW)).toBeNull()
})

const sign = (body: string) => body + hash(body)

test('refuses a name that is there twice', () => {
  const body = encode(decision).slice(0, -7)
  expect(decode(sign(body), NOW)).not.toBeNull()
  expect(decode(sign(body.replace('marketing:0', 'analytics:0')), NOW)).toBeNull()
  expect(decode(sign(body.replace('youtube:1', 'youtube:1.youtube:0')), NOW)).toBeNull()
})

test('refuses another format, a missing field and one too many', () => {
  const body = encode(decision).slice(0, -7)
  expect(decode(sign(body.replace('1~', '2~')), NOW)).toBeNull()
  expect(decode(sign(body.replace('~kk~', '~')), NOW)).toBeNull()
  expect(decode(sign(body.replace('~kk~', '~kk~kk~')), NOW)).toBeNull()
})

test('refuses a term of more than five hundred days', () => {
  expect(decode(encode({ ...decision, days: 500 }), NOW)).not.toBeNull()
  expect(decode(encode({ ...decision, days: 502 }), NOW)).toBeNull()
  const most = encode({ ...decision, at: NOW, days: 500 })
  expect([decode(most, NOW), decode(most, NOW + 1)?.at]).toEqual([null, NOW])
  expect(decode(encode({ ...decision, days: NaN }), NOW)).toBeNull()
})

test('takes nothing but 1 and 2 for a grant', () => {
  const body = encode(decision).slice(0, -7)
  for (const answer of ['true', '3', '', '01', '12', 'yes']) {
    const read = decode(sign(body.replace('analytics:1', `analytics:${answer}`)), NOW)
    expect(read?.categories['analytics']).not.toBe(true)
  }
})

test('knows no question to an answer that comes without one', () => {
  const body = encode(decision).slice(0, -7)
  const read = decode(sign(body.replace(':0abcdef', '')), NOW)
  expect([read?.categories['analytics'], read?.asked['analytics']]).toEqual([true, ''])
})

test('keeps names of object members apart from the members', () => {
  const read = decode(
    encode({
      ...decision,
      services: {},
      categories: own({ constructor: true }),
      asked: own({ constructor: '0abcdef' }),
    }),
    NOW,
  )
  expect(read?.categories['constructor']).toBe(true)
  expect(read?.categories['toString']).toBeUndefined()
  expect(decode(encode(decision), NOW)?.services['__proto__']).toBeUndefined()
})

test.each(vectors)(
  'reads the published value: $name',
  ({ value, now, gpc, decision: expected }) => {
    const read = decode(value, Date.parse(now), gpc)
    expect(read && JSON.parse(JSON.stringify({ ...read, text: undefined }))).toEqual(expected)
  },
)
