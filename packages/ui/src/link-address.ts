/**
 * Resolves an address of the owner's for a link. Anything but http and https is dropped.
 *
 * A path counts from the page's own address: a foreign `<base>` element must not move the policy.
 */
export function linkAddress(address: string | undefined): string | undefined {
  try {
    const { href } = new URL(address || 'none:', location.href)
    return /^https?:/.test(href) ? href : undefined
  } catch {
    return undefined
  }
}
