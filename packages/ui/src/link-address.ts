/**
 * Resolves an address of the owner's for a link. Anything but http and https is dropped.
 *
 * A path counts from the page's own address: a foreign `<base>` element must not move the policy.
 */
export function linkAddress(address: unknown): string | undefined {
  try {
    const { protocol, href } = new URL(String(address || 'none:'), location.href)
    return /^https?:$/.test(protocol) ? href : undefined
  } catch {
    return undefined
  }
}
