import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { BadInput } from '../record/bad-input.ts'
import { limitKey } from './address.ts'

/** Counts requests of addresses and sites. */
export interface Limits {
  /** @throws {BadInput} 429 with the seconds to wait. */
  readonly take: (address: string | null, site: string) => Promise<void>
}

/** Limits that live in memory: each instance has its own, and an address is forgotten after a minute. */
export function createLimits(perAddress: number, perSite: number): Limits {
  const addresses = new RateLimiterMemory({ points: perAddress, duration: 60 })
  const sites = new RateLimiterMemory({ points: perSite, duration: 1 })
  return {
    async take(address, site) {
      await consume(addresses, limitKey(address))
      await consume(sites, site)
    },
  }
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refused) {
    const { msBeforeNext = 1000 } = refused as Partial<RateLimiterRes>
    throw new BadInput(
      429,
      'too-many-requests',
      'Too many requests: try again after Retry-After.',
      '',
      Math.ceil(msBeforeNext / 1000),
    )
  }
}
