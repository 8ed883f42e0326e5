import type { Options } from '../../model/options.ts'

/**
 * Finds the ledger for a visitor's country, as an address that ends in a slash. Russia's has to be named
 * as such: its law wants the records of its visitors kept there (152-FZ, article 18, part 5).
 *
 * @returns Undefined where there is none, or its address cannot be used.
 */
export function endpointOf(
  ledger: Options['ledger'],
  country: string | undefined,
): string | undefined {
  const code = `${country ?? ''}`.trim().toUpperCase()
  const urls = typeof ledger === 'string' ? { default: ledger } : ledger
  const own = code === 'RU' || code === 'KZ' ? urls?.[code] : undefined
  const url = code === 'RU' ? own : (own ?? urls?.default)
  return url && normal(url)
}

function normal(given: string): string | undefined {
  try {
    const url = new URL(given, location.href)
    // A page on http is a site under construction, on the machine of whoever builds it.
    if (![location.protocol, 'https:'].includes(url.protocol)) return undefined
    return url.origin + url.pathname.replace(/\/*$/, '/')
  } catch {
    return undefined
  }
}
