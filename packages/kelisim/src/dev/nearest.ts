const LONGEST = 40

/**
 * Finds the name that a mistyped one was probably meant to be. Case and punctuation do not count, so
 * `policyUrl` is `policy.url`.
 *
 * @returns Undefined when more than half of the letters would have to change.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const written = letters(name)
  const ranked = known
    .map((candidate) => ({ candidate, edits: distance(written, letters(candidate)) }))
    .sort((a, b) => a.edits - b.edits)
  const best = ranked[0]
  return best && best.edits * 2 <= written.length ? best.candidate : undefined
}

const letters = (name: string): string =>
  name
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[^a-z]/g, '')

/** Levenshtein distance: how many letters have to be added, dropped or changed. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const [left = 0, above = 0, diagonal = 0] = [next[j - 1], row[j], row[j - 1]]
      next.push(Math.min(left + 1, above + 1, diagonal + (from[i - 1] === to[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[to.length] ?? 0
}
