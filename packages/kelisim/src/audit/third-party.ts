// Second-level names under which others register, in Kazakhstan, Russia and elsewhere.
const SHARED = /^(com|org|net|edu|gov|mil|co|ac|msk|spb)$/

/**
 * The part of a host that one owner has registered: `shop.example.com.kz` belongs to `example.com.kz`.
 * Without a list of public suffixes it is a guess for the rare ones, and then the narrower one.
 */
export function siteOf(host: string): string {
  if (/^[\d.]+$|:|^localhost$/.test(host)) return host
  const labels = host.split('.')
  const count = SHARED.test(labels.at(-2) ?? '') && labels.length > 2 ? 3 : 2
  return labels.slice(-count).join('.')
}

/** Tells whether an address belongs to somebody else than the page. */
export function isThirdParty(address: string, pageUrl: string): boolean {
  try {
    const { protocol, hostname } = new URL(address, pageUrl)
    return (
      /^(https?|wss?):$/.test(protocol) && siteOf(hostname) !== siteOf(new URL(pageUrl).hostname)
    )
  } catch {
    return false
  }
}
