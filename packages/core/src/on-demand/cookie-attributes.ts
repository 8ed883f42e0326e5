/**
 * Puts together what js-cookie writes behind a value. It goes through inherited names too, so what a page
 * has put on Object.prototype is given an own empty value here, which it leaves out.
 *
 * @param expires Days.
 */
export function cookieAttributes(secure: boolean, expires: number, domain?: string): object {
  const attributes: Record<string, unknown> = {}
  for (const name in attributes) attributes[name] = undefined
  return Object.assign(attributes, { path: '/', expires, secure, sameSite: 'Lax', domain })
}
