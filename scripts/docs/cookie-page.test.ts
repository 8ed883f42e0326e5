import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decode } from '../../packages/core/src/record/decode.ts'
import vectors from '../../packages/core/src/record/vectors.json' with { type: 'json' }
import { phpCommands, runPhp } from './run-php.ts'

const page = readFileSync('docs/cookie.md', 'utf8')
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\n(.*?)\n\`\`\``, 's').exec(page)?.[1] ?? ''

const now = Date.parse(vectors[0]?.now ?? '')
const taken = vectors.filter(({ decision }) => decision?.categories.analytics)
const valid = taken[0]?.value ?? ''

/** What a map of nginx makes of a text: the first expression that fits counts. */
function mapped(header: string, name = 'analytics'): string {
  const [, map = ''] = block('nginx').split(`$kelisim_${name} {`)
  const rules = [...(map.split('}\n')[0] ?? '').matchAll(/^ *"~(.*)" ([01]);$/gm)]
  const found = rules.find(([, expression = '']) => new RegExp(expression).test(header))
  return found?.[2] ?? '0'
}

/** What the documented reader for PHP makes of headers. */
function readInPhp(php: string, headers: readonly string[], gpc = false): readonly unknown[] {
  const call = `kelisim_decision('__Host-kelisim', $header, ${now / 1e3}, ${gpc})`
  const loop = `foreach (json_decode(stream_get_contents(STDIN)) as $header) { $read[] = ${call}; }`
  const code = `${block('php').replace('<?php', '')}\n${loop}\necho json_encode($read);`
  return JSON.parse(runPhp(php, code, JSON.stringify(headers)))
}

function expected(value: string, gpc = false): object | null {
  const decision = decode(value, { now: () => now, gpc })
  // PHP has one empty array for lists and for names.
  const named = (answers: object): object => (Object.keys(answers).length > 0 ? { ...answers } : [])
  return (
    decision && {
      consent_id: decision.consentId,
      at: decision.at / 1e3,
      expires_at: decision.expiresAt / 1e3,
      policy_version: decision.policyVersion,
      language: decision.language,
      categories: named(decision.categories),
      services: named(decision.services),
    }
  )
}

test('the map for nginx tells whether analytics is allowed', () => {
  const refused = vectors.filter(({ decision }) => decision && !decision.categories.analytics)
  expect(taken.map(({ value }) => mapped(`__Host-kelisim=${value}`))).toEqual(taken.map(() => '1'))
  expect(refused.map(({ value }) => mapped(`__Host-kelisim=${value}`))).toEqual(
    refused.map(() => '0'),
  )
  expect(mapped(`a=b; __Host-kelisim=${valid}; c=d`)).toBe('1')
  expect(mapped(`__Host-kelisim=${valid}; __Host-kelisim=${valid}`)).toBe('0')
  expect(mapped(`x__Host-kelisim=${valid}`)).toBe('0')
  expect(mapped(`kelisim=${valid}`)).toBe('0')
  expect(mapped('a=analytics:1:0000000~')).toBe('0')
  expect(mapped('')).toBe('0')
})

test('the map for nginx refuses marketing that was allowed before Global Privacy Control was on', () => {
  const marketing = (gpc: string, value: string) =>
    mapped(`${gpc};a=b; __Host-kelisim=${value}`, 'marketing')
  const taken = (gpc: boolean) =>
    vectors.map(({ value }) => expected(value, gpc) && marketing(gpc ? '1' : '', value))
  const allowed = (gpc: boolean) =>
    vectors.map(({ value }) => {
      const decision = decode(value, { now: () => now, gpc })
      return decision && `${Number(decision.categories['marketing'] ?? false)}`
    })
  expect(taken(false)).toEqual(allowed(false))
  expect(taken(true)).toEqual(allowed(true))
  expect(new Set([...taken(false), ...taken(true)])).toEqual(new Set(['0', '1', null]))
  expect(mapped(`1;__Host-kelisim=${valid}; __Host-kelisim=${valid}`, 'marketing')).toBe('0')
})

test.each(phpCommands)('the reader for %s reads what the page reads', (php) => {
  const headers = vectors.map(({ value }) => `a=b; __Host-kelisim=${value}; c="d"`)
  for (const gpc of [false, true]) {
    const read = vectors.map(({ value }) => expected(value, gpc))
    expect(readInPhp(php, headers, gpc)).toEqual(read)
  }
})

test.each(phpCommands)(
  'the reader for %s refuses a changed character and a second value',
  (php) => {
    const changed = [...valid].map((sign, index) => {
      const other = sign === '1' ? '0' : '1'
      return `__Host-kelisim=${valid.slice(0, index)}${other}${valid.slice(index + 1)}`
    })
    const odd = [
      '',
      '=',
      ';',
      'a',
      '__Host-kelisim',
      '__Host-kelisim=',
      '__Host-kelisim=~~~~~~~~~~~',
    ]
    const twice = `__Host-kelisim=${valid}; __Host-kelisim=${valid}`
    const read = readInPhp(php, [...changed, ...odd, twice, `kelisim=${valid}`])
    expect(read.filter((decision) => decision !== null)).toEqual([])
  },
)
