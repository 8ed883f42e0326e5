const OWN = ['kelisim*', '__Host-kelisim*', '__Secure-kelisim*']

/** Tells whether a name or glob reaches what Kelisim itself keeps, so that a sweep would erase the choice. */
export function touchesOwnStorage(pattern: string): boolean {
  return OWN.some((own) => overlaps(pattern, own))
}

// Two globs overlap when some text fits both.
function overlaps(one: string, other: string): boolean {
  if (!one || !other) return /^\**$/.test(one + other)
  if (one.startsWith('*')) return overlaps(one.slice(1), other) || overlaps(one, other.slice(1))
  if (other.startsWith('*')) return overlaps(other, one)
  return one[0] === other[0] && overlaps(one.slice(1), other.slice(1))
}
