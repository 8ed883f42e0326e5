/** What follows the first star of a glob. */
interface Rest {
  readonly middle: readonly string[]
  readonly tail: string
}

/**
 * Makes a test for names out of exact names and globs, in which `*` stands for any text.
 *
 * Without regular expressions, because the patterns come from data: the parts of a glob are looked for
 * from left to right, each once, so no name takes longer than it is long. Globs are found by what they
 * begin with, so most are never compared.
 */
export function nameMatcher(patterns: readonly string[]): (name: string) => boolean {
  const exact = new Set<string>()
  const byHead = new Map<string, Rest[]>()
  for (const pattern of patterns) {
    const [head = '', ...rest] = pattern.split('*')
    const tail = rest.pop()
    if (tail === undefined) exact.add(pattern)
    else byHead.set(head, [...(byHead.get(head) ?? []), { middle: rest, tail }])
  }
  const lengths = [...new Set([...byHead.keys()].map((head) => head.length))]
  return (name) =>
    exact.has(name) ||
    lengths.some((length) =>
      byHead.get(name.slice(0, length))?.some((rest) => fits(name, length, rest)),
    )
}

function fits(name: string, headLength: number, { middle, tail }: Rest): boolean {
  if (!name.endsWith(tail)) return false
  let from = headLength
  for (const part of middle) {
    const found = name.indexOf(part, from)
    if (found < 0) return false
    from = found + part.length
  }
  return from <= name.length - tail.length
}
