/** How far a decision reaches: this host, or all subdomains of the site. */
export type Scope = 'host' | 'site'

/**
 * Names the cookie. On https the name carries a prefix: `__Host-` forbids that a subdomain writes it;
 * with scope `site` it is `__Secure-`, and the subdomains share it.
 *
 * Source: RFC 6265bis, section 4.1.3.
 */
export function cookieName(scope: Scope, secure: boolean): string {
  if (!secure) return scope === 'host' ? 'kelisim' : 'kelisim-site'
  return scope === 'host' ? '__Host-kelisim' : '__Secure-kelisim'
}
