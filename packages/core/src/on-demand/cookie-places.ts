/**
 * Lists the domains that a page on this host may have set a cookie for: the host alone (an empty text) and
 * every name above it with two labels or more. Browsers refuse the public suffixes among them, and ignore
 * a leading dot (RFC 6265, section 5.2.3).
 */
export function cookieDomains(hostname: string): string[] {
  // An address of digits has no domain above it, though WebKit takes one for it.
  if (/^[\d.]+$|:/.test(hostname)) return ['']
  const labels = hostname.split('.')
  const parents = labels.slice(1, -1).map((_, index) => labels.slice(index + 1).join('.'))
  return ['', hostname, ...parents]
}

// Nobody keeps a visitor apart deeper than that, and each path takes some writes.
const MOST_PATHS = 20

/** Lists the paths whose cookies a page at this path is given, the root first, each with and without its last slash. */
export function cookiePaths(pathname: string): string[] {
  const names = pathname.split('/').slice(1, MOST_PATHS)
  const paths = ['/']
  let path = ''
  // Not by entries(): some old libraries have one of their own.
  names.forEach((name, index) => {
    path += `/${name}`
    if (name) paths.push(path)
    // A path with its last slash is only given to what lies below it.
    if (index < names.length - 1) paths.push(`${path}/`)
  })
  return paths
}
