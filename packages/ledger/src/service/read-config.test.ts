import { expect, test } from 'vitest'
import { before, parseDuration } from './duration.ts'
import { ConfigError, readConfig } from './read-config.ts'

const SECRET = '0f9e8d7c6b5a49382716f5e4d3c2b1a0'
const read = (args: string[], env: Record<string, string> = {}, file = '[]') =>
  readConfig({ args, env, readFile: () => file })
const messageOf = (...input: Parameters<typeof read>): string => {
  try {
    read(...input)
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return (error as Error).message
  }
  throw new Error('It was taken.')
}

test('starts without any setting, private by default', () => {
  expect(read([])).toMatchObject({ ip: 'drop', agent: 'family', host: '127.0.0.1', tokens: [] })
})

test('takes flags before the environment, and lists from both', () => {
  const env = {
    KELISIM_LEDGER_PORT: '1',
    KELISIM_LEDGER_ORIGIN: 'https://a.kz, https://b.kz',
    KELISIM_LEDGER_TRUST_PROXY: '10.0.0.0/8',
  }
  expect(read(['--port', '2'], env)).toMatchObject({
    port: 2,
    origins: ['https://a.kz', 'https://b.kz'],
    trustProxy: ['10.0.0.0/8'],
  })
  expect(read(['--origin=https://c.kz', '--origin=https://d.kz'], env).origins).toHaveLength(2)
})

test('names the setting that is wrong, and how to repair it', () => {
  expect(messageOf(['--port', 'http'])).toMatch(/^--port "http" is not valid\. It is: port/)
  expect(messageOf(['--origin', 'https://shop.kz/'])).toMatch(
    /^--origin .* such as https:\/\/shop\.kz/,
  )
  expect(messageOf(['--origin', '*'])).toContain('--origin')
  expect(messageOf(['--origin', 'null'])).toContain('--origin')
  expect(messageOf(['--keep', '3 years'])).toContain('P3Y')
  expect(messageOf(['--trust-proxy', 'everybody'])).toContain('--trust-proxy')
  expect(messageOf(['--colour', 'red'])).toContain('--colour')
  expect(messageOf(['--port', '1', '--port', '2'])).toContain('more than once')
  expect(messageOf([], { KELISIM_LEDGER_IP: 'keep' })).toContain('KELISIM_LEDGER_IP')
  expect(messageOf(['--ip', 'hash'])).toContain('KELISIM_LEDGER_IP_KEY')
})

test('refuses short and simple secrets, and never prints one', () => {
  for (const secret of ['short-secret', 'changeme'.repeat(5), 'a'.repeat(64)]) {
    const message = messageOf([], { KELISIM_LEDGER_TOKEN: secret })
    expect(message).toContain('KELISIM_LEDGER_TOKEN')
    expect(message).not.toContain(secret)
  }
  const url = 'postgres://user:hunter2@'
  expect(messageOf([], { KELISIM_LEDGER_MAINTENANCE_DATABASE: `my${url}` })).not.toContain(
    'hunter2',
  )
  // Other users of a machine see flags.
  expect(messageOf(['--token', SECRET])).toContain('--token')
})

test('reads tokens of single sites that expire from a file', () => {
  const tokens = [
    { name: 'shop', secret: SECRET, site: 'https://shop.kz', expiresAt: '2027-01-01' },
  ]
  const config = read(['--tokens-file', 'tokens.json'], {}, JSON.stringify(tokens))
  expect(config.tokens).toEqual([
    { name: 'shop', secret: SECRET, site: 'https://shop.kz', expiresAt: Date.UTC(2027, 0) },
  ])
  const wrong = (change: object) =>
    messageOf(['--tokens-file', 'f'], {}, JSON.stringify([{ ...tokens[0], ...change }]))
  expect(wrong({ secret: 'short' })).toMatch(/\[0\]\.secret/)
  expect(wrong({ site: 'shop.kz' })).toMatch(/\[0\]\.site/)
  expect(wrong({ expiresAt: 'soon' })).toMatch(/\[0\]\.expiresAt/)
  expect(wrong({ colour: 'red' })).toMatch(/\[0\]\.colour/)
  expect(messageOf(['--tokens-file', 'f'], {}, 'not JSON')).toContain('cannot be read')
})

test('counts durations by the calendar', () => {
  const day = (text: string) => Date.parse(text)
  const ago = (text: string, duration: string) => {
    const parsed = parseDuration(duration)
    return parsed && before(day(text), parsed)
  }
  expect(ago('2026-11-26', 'P3Y')).toBe(day('2023-11-26'))
  expect(ago('2028-02-29', 'P1Y')).toBe(day('2027-02-28'))
  expect(ago('2026-03-31', 'P1M')).toBe(day('2026-02-28'))
  expect(ago('2026-01-15', 'P1Y2M10D')).toBe(day('2024-11-05'))
  for (const text of ['', 'P', 'P-1Y', '3Y', 'PT1H', 'P1W']) expect(parseDuration(text)).toBeNull()
})
