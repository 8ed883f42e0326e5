/**
 * Copies options once, deeply, into objects without a prototype: what a page has put on Object.prototype
 * is no option, and what changes later changes nothing here.
 */
export function ownOptions<T>(value: T): T {
  if (Array.isArray(value)) return value.map(ownOptions) as T
  if (typeof value !== 'object' || !value) return value
  const copy = Object.create(null)
  for (const [key, inner] of Object.entries(value)) copy[key] = ownOptions(inner)
  return copy
}
