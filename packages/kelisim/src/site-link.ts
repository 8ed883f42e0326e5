/**
 * Makes an address of the owner's fit for a link, as the page does; a path stays a path, because no page is
 * known here. Anything but http and https is dropped.
 */
export function siteLink(address = ''): string | undefined {
  const base = 'https://page.invalid'
  if (!address || !URL.canParse(address, base)) return undefined
  const { protocol, origin } = new URL(address, base)
  if (!/^https?:$/.test(protocol)) return undefined
  return origin === base ? address : new URL(address).href
}
