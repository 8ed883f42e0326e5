/**
 * Makes a test for names out of exact names and globs, in which `*` stands for any text.
 *
 * Without regular expressions, because the patterns come from data: the parts of a glob are looked for
 * from left to right, each once, so no name takes longer than it is long.
 */
export function nameMatcher(patterns: readonly string[]): (name: string) => boolean {
  const exact = new Set(patterns.filter((pattern) => !pattern.includes('*')))
  const globs = patterns
    .filter((pattern) => pattern.includes('*'))
    .map((pattern) => pattern.split('*'))
  return (name) => exact.has(name) || globs.some((parts) => fits(name, parts))
}

function fits(name: string, parts: readonly string[]): boolean {
  const head = parts[0] ?? ''
  const tail = parts.at(-1) ?? ''
  if (!name.startsWith(head)) return false
  const end = name.length - tail.length
  let from = head.length
  for (let index = 1; index < parts.length - 1; index++) {
    const part = parts[index] ?? ''
    const found = name.indexOf(part, from)
    if (found < 0) return false
    from = found + part.length
  }
  return from <= end && name.endsWith(tail)
}
