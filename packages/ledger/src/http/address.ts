import { createHmac } from 'node:crypto'
import ipaddr from 'ipaddr.js'

/** How a visitor's address is noted. */
export type IpMode = 'drop' | 'truncate' | 'hash'

/** Networks whose `X-Forwarded-For` is believed, as `10.0.0.0/8` or single addresses. */
export type TrustedProxies = readonly string[]

type Address = ipaddr.IPv4 | ipaddr.IPv6

/**
 * Finds the visitor's address: the peer's, or the last one in `X-Forwarded-For` that no trusted proxy has.
 *
 * @param peer Address at the other end of the connection.
 * @param forwardedFor The header; it counts only if the peer is a trusted proxy.
 */
export function visitorAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trusted: TrustedProxies,
): string | null {
  const hops = [...(forwardedFor ?? '').slice(-1000).split(','), peer ?? '']
  let found: Address | null = null
  for (let hop = hops.pop(); hop !== undefined; hop = hops.pop()) {
    const address = parse(hop.trim())
    // What is before nonsense is not to be believed either.
    if (!address) break
    found = address
    if (!isTrusted(address, trusted)) break
  }
  return found?.toString() ?? null
}

/**
 * Reduces an address to what may be kept.
 *
 * @param key Of the keyed hash.
 * @returns `/24` of IPv4, `/48` of IPv6, a keyed hash, or null: in mode `drop`, and for what is no address.
 */
export function reduceAddress(text: string | null, mode: IpMode, key = ''): string | null {
  const address = text === null ? null : parse(text)
  if (!address) return null
  if (mode === 'hash' && key)
    return createHmac('sha256', key).update(address.toNormalizedString()).digest('hex').slice(0, 32)
  if (mode !== 'truncate') return null
  const bits = address.kind() === 'ipv4' ? 24 : 48
  return `${network(address, bits)}/${bits}`
}

/** What a rate limit counts by: an IPv4 address, or the /64 that one IPv6 subscriber has. */
export function limitKey(text: string | null): string {
  const address = text === null ? null : parse(text)
  if (!address) return 'unknown'
  return address.kind() === 'ipv4' ? address.toString() : network(address, 64)
}

/** Whether a text names an address or a network. */
export const isNetwork = (text: string): boolean => ipaddr.isValid(text) || ipaddr.isValidCIDR(text)

function parse(text: string): Address | null {
  const isLong = text.includes(':')
  // A zone is of the machine that names it.
  const bare = isLong ? text.replace(/%.*$/, '') : text
  // Not the short forms of IPv4, for which any number is an address.
  const isValid = isLong ? ipaddr.IPv6.isValid(bare) : ipaddr.IPv4.isValidFourPartDecimal(bare)
  return bare.length <= 45 && isValid ? ipaddr.process(bare) : null
}

function network(address: Address, bits: number): string {
  const bytes = address.toByteArray().map((byte, index) => (index < bits / 8 ? byte : 0))
  return ipaddr.fromByteArray(bytes).toString()
}

const isTrusted = (address: Address, trusted: TrustedProxies): boolean =>
  trusted.some((text) => {
    const [net, bits] = text.includes('/')
      ? ipaddr.parseCIDR(text)
      : ([ipaddr.process(text), address.kind() === 'ipv4' ? 32 : 128] as const)
    return net.kind() === address.kind() && (address as ipaddr.IPv6).match(net as ipaddr.IPv6, bits)
  })
