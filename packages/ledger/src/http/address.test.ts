import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isNetwork, limitKey, reduceAddress, visitorAddress } from './address.ts'

const KEY = 'k'.repeat(32)

test('keeps no host bits of any address', () => {
  fc.assert(
    fc.property(fc.ipV4(), (ip) => {
      const [a, b, c] = ip.split('.')
      expect(reduceAddress(ip, 'truncate')).toBe(`${a}.${b}.${c}.0/24`)
      expect(reduceAddress(`::ffff:${ip}`, 'truncate')).toBe(`${a}.${b}.${c}.0/24`)
      expect(reduceAddress(ip, 'drop')).toBeNull()
      expect(reduceAddress(ip, 'hash', KEY)).toMatch(/^[\da-f]{32}$/)
    }),
  )
  fc.assert(
    fc.property(fc.ipV6(), (ip) => {
      const reduced = reduceAddress(ip, 'truncate') ?? ''
      expect(reduced).toMatch(/^([\da-f:]+::\/48|::\/48|[\d.]+\.0\/24)$/)
      expect(reduced.replace(/::\/48$/, '').split(':').length).toBeLessThanOrEqual(4)
    }),
  )
  expect(reduceAddress('fe80::1%eth0', 'truncate')).toBe('fe80::/48')
  expect(reduceAddress('2001:db8:1:2:3:4:5:6', 'truncate')).toBe('2001:db8:1::/48')
})

test('makes nothing of garbage and of modes it does not know', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      if (!isNetwork(text)) expect(reduceAddress(text, 'hash', KEY)).toBeNull()
      expect(reduceAddress(text, 'all' as never)).toBeNull()
    }),
  )
  for (const text of ['0%', '1', '10.1', '010.0.0.1'])
    expect(reduceAddress(text, 'hash', KEY)).toBeNull()
  expect(reduceAddress('203.0.113.7', 'hash', '')).toBeNull()
})

test('believes X-Forwarded-For only from trusted proxies, from right to left', () => {
  const trusted = ['10.0.0.0/8', '2001:db8::1']
  expect(visitorAddress('203.0.113.7', '198.51.100.1', trusted)).toBe('203.0.113.7')
  expect(visitorAddress('10.0.0.2', '1.1.1.1, 198.51.100.1', trusted)).toBe('198.51.100.1')
  expect(visitorAddress('10.0.0.2', '198.51.100.1, 10.9.9.9', trusted)).toBe('198.51.100.1')
  expect(visitorAddress('2001:db8::1', '198.51.100.1', trusted)).toBe('198.51.100.1')
  expect(visitorAddress('::ffff:10.0.0.2', '198.51.100.1', trusted)).toBe('198.51.100.1')
  expect(visitorAddress('10.0.0.2', '198.51.100.1, <script>', trusted)).toBe('10.0.0.2')
  expect(visitorAddress('10.0.0.2', 'x,'.repeat(10_000), trusted)).toBe('10.0.0.2')
  expect(visitorAddress(undefined, '198.51.100.1', trusted)).toBeNull()
})

test('counts the addresses of one IPv6 subscriber together', () => {
  expect(limitKey('2001:db8:1:2::1')).toBe(limitKey('2001:db8:1:2:ffff::9'))
  expect(limitKey('2001:db8:1:3::1')).not.toBe(limitKey('2001:db8:1:2::1'))
  expect(limitKey('203.0.113.7')).toBe('203.0.113.7')
  expect(limitKey(null)).toBe('unknown')
})
